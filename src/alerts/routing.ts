import { msg, t, type Values } from '../kit/i18n.ts'
import type { RouteStep } from './rule.ts'

export interface Owner {
  id: string
  name: string
}

/** One unit on the way up from where the customer was served, and who manages it. */
export interface Level {
  unit: string
  manager: Owner | null
}

/** What routing looks at. The chain begins with the unit of the response and ends at the top. */
export interface Ground {
  chain: readonly Level[]
  /** Who looks after the customer's account, where the customer belongs to one. */
  account: { name: string; owner: Owner | null } | null
  /** People whom the rule names, by e-mail; null when the directory has no such person any more. */
  named: ReadonlyMap<string, Owner | null>
  organisationOwner: Owner
}

/** One step of the path in words: kept as a message with its values, said in the reader's language. */
export interface PathStep {
  say: string
  values?: Values
  /** The person it speaks of, so that an erased name can be found here. */
  person?: string
  /** Nobody whom the rule names was there. */
  fallback?: true
}

export interface Routing {
  owner: Owner
  path: PathStep[]
}

/**
 * Who owns an alert, and the way there. Never without an owner: behind every route stands the organisation's owner,
 * who exists as long as the organisation does.
 */
export function decideOwner(route: readonly RouteStep[], ground: Ground): Routing {
  const path: PathStep[] = []
  for (const step of route) {
    const owner = take(step, ground, path)
    if (owner) return { owner, path }
  }
  const owner = ground.organisationOwner
  path.push({
    say: msg('{name}, owner of the organisation, because nobody else is there'),
    values: { name: owner.name },
    person: owner.id,
    fallback: true,
  })
  return { owner, path }
}

function take(step: RouteStep, ground: Ground, path: PathStep[]): Owner | null {
  switch (step.to) {
    case 'unit-manager':
      return climb(ground, path, 0)
    case 'skip':
      return climb(ground, path, 1)
    case 'account-owner':
      return accountOwner(ground, path)
    case 'person':
      return named(step.email, ground, path)
  }
}

/** The nearest manager on the way up, after `skipped` other people. */
function climb({ chain }: Ground, path: PathStep[], skipped: number): Owner | null {
  if (chain.length === 0) path.push({ say: msg('The answer belongs to no unit') })
  const passed = new Set<string>()
  for (const { unit, manager } of chain) {
    if (!manager) {
      path.push({ say: msg('{unit} has no manager'), values: { unit } })
    } else if (passed.size < skipped || passed.has(manager.id)) {
      passed.add(manager.id)
      path.push({ say: msg('above {name}, manager of {unit}'), values: { name: manager.name, unit }, person: manager.id })
    } else {
      path.push({ say: msg('{name}, manager of {unit}'), values: { name: manager.name, unit }, person: manager.id })
      return manager
    }
  }
  return null
}

function accountOwner({ account }: Ground, path: PathStep[]): Owner | null {
  if (!account) path.push({ say: msg('The customer belongs to no account') })
  else if (!account.owner) path.push({ say: msg('Nobody looks after {account}'), values: { account: account.name } })
  else {
    const { id, name } = account.owner
    path.push({ say: msg('{name}, who looks after {account}'), values: { name, account: account.name }, person: id })
  }
  return account?.owner ?? null
}

function named(email: string, { named }: Ground, path: PathStep[]): Owner | null {
  const owner = named.get(email) ?? null
  if (owner) path.push({ say: msg('{name}, named by the rule'), values: { name: owner.name }, person: owner.id })
  else path.push({ say: msg('{email} is not in the directory any more'), values: { email } })
  return owner
}

/** The path as people read it. */
export const pathWords = (path: readonly PathStep[]): string[] => path.map(({ say, values }) => t(say, values))
