import type { PolicyOverrides, PolicyItem } from '../../sla/contract.ts'
import type { Rung } from '../../sla/policy.ts'
import { type PromiseName, promises } from '../../rules/promiseNames.ts'

/** A policy as somebody would like to try it. Working minutes; a promise that is absent is not made. */
export interface PolicyDraft {
  calendar: string
  targets: Partial<Record<PromiseName, PolicyItem['targets'][string]>>
  warn: number | null
  ladder: readonly Rung[]
}

export const draftOf = ({ calendar, targets, warn_before_min, ladder }: PolicyItem): PolicyDraft => ({
  calendar,
  targets: Object.fromEntries(promises.flatMap(name => (targets[name] === undefined ? [] : [[name, targets[name]]]))),
  warn: warn_before_min,
  ladder,
})

/** What of a draft is otherwise than in the policy: all that needs to be said to try it, or to save it. */
export function otherTermsOf(policy: PolicyItem, draft: PolicyDraft): PolicyOverrides {
  const before = draftOf(policy)
  const targets = promises.filter(name => !same(before.targets[name], draft.targets[name]))
  return {
    ...(before.calendar !== draft.calendar && { calendar: draft.calendar }),
    ...Object.fromEntries(targets.map(name => [name, draft.targets[name] ?? null])),
    ...(before.warn !== draft.warn && { warn_before_min: draft.warn }),
    ...(!same(before.ladder, draft.ladder) && { ladder: [...draft.ladder] }),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
