// @words colleagues
import { msg, type Translate } from '../kit/i18n.ts'
import type { Owner, PathStep } from '../routing/routing.ts'
import { decideSenior, type EscalationFacts } from '../routing/senior.ts'
import type { PromiseName } from '../rules/promiseNames.ts'
import type { LadderRecipient, StepKind } from '../sla/policy.ts'

/** Who is asked to see to it; nobody where nobody is above: then the owner hears of it once more. */
export type Escalation = { kind: 'ask'; senior: Owner; path: PathStep[] } | { kind: 'remind' }

const late: Record<PromiseName, string> = {
  acknowledge: msg('Not acknowledged in time'),
  contact: msg('The customer was not spoken with in time'),
  resolve: msg('Not resolved in time'),
}

/** Whom a step of the ladder asks, the broken promise said first. */
export function decideEscalation(
  owner: Owner,
  step: { target: PromiseName; notify: LadderRecipient },
  hierarchy: EscalationFacts,
): Escalation {
  const found = decideSenior(owner, step.notify, hierarchy)
  return found ? { kind: 'ask', senior: found.senior, path: [{ say: late[step.target] }, ...found.path] } : { kind: 'remind' }
}

const stepWords: Record<StepKind, Record<PromiseName, string>> = {
  warning: {
    acknowledge: msg('To be acknowledged within {span}: {title}'),
    contact: msg('The customer waits to be spoken with, {span} left: {title}'),
    resolve: msg('To be resolved within {span}: {title}'),
  },
  breach: {
    acknowledge: msg('Not acknowledged in time: {title}'),
    contact: msg('The customer was not spoken with in time: {title}'),
    resolve: msg('Not resolved in time: {title}'),
  },
  reminder: {
    acknowledge: msg('Still not acknowledged: {title}'),
    contact: msg('The customer still waits to be spoken with: {title}'),
    resolve: msg('Still not resolved: {title}'),
  },
  escalation: {
    acknowledge: msg('{owner} has not acknowledged this in time: {title}'),
    contact: msg('{owner} has not spoken with the customer in time: {title}'),
    resolve: msg('{owner} has not resolved this in time: {title}'),
  },
}

/** “Still not acknowledged: Dana Whitlock answered 1 of 5, Kelby” */
export const stepTitle = (
  kind: StepKind,
  target: PromiseName,
  values: { title: string; owner: string; span: string },
  t: Translate,
): string => t(stepWords[kind][target], values)
