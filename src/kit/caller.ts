import type { Permission } from './vocabulary.ts'

/** Who asks: resolved once per request, carried by the transaction, written into the activity record. */
export interface Caller {
  kind: 'user' | 'key' | 'respondent' | 'system'
  /** Login, API key or job; null for respondents. */
  id: string | null
  name: string
  role: string | null
  permissions: ReadonlySet<Permission>
  /** Subtrees a manager or a limited key may see; null = the whole organisation. */
  units: readonly string[] | null
}

export const may = (caller: Caller, permission: Permission): boolean => caller.permissions.has(permission)

const none: ReadonlySet<Permission> = new Set()

/** The product itself at work: a job, a sweep, an import that goes on after its request. */
export const systemCaller = (name: string): Caller => ({
  kind: 'system',
  id: null,
  name,
  role: null,
  permissions: none,
  units: null,
})

export const respondentCaller: Caller = {
  kind: 'respondent',
  id: null,
  name: 'respondent',
  role: null,
  permissions: none,
  units: null,
}
