import type { Permission } from '../kit/vocabulary.ts'

/** Every right that a route can ask for. */
export const permissions = [
  'org.manage',
  'members.manage',
  'people.read',
  'people.write',
  'people.erase',
  'surveys.read',
  'surveys.write',
  'surveys.send',
  'responses.read',
  'responses.write',
  'responses.import',
  'comments.read',
  'comments.teach',
  'metrics.read',
  'alerts.read',
  'alerts.work',
  'wall.moderate',
  'rules.read',
  'rules.write',
  'insights.read',
  'activity.read',
  'outbox.read',
  'files.write',
] as const

export const roles = ['owner', 'admin', 'analyst', 'manager', 'agent', 'viewer'] as const
export type Role = (typeof roles)[number]

const viewer: readonly Permission[] = [
  'surveys.read',
  'responses.read',
  'comments.read',
  'metrics.read',
  'alerts.read',
  'rules.read',
  'insights.read',
]

const agent: readonly Permission[] = ['people.read', 'surveys.read', 'alerts.read', 'alerts.work', 'activity.read', 'files.write']

const manager: readonly Permission[] = [...new Set<Permission>([...viewer, ...agent, 'comments.teach', 'wall.moderate'])]

const analyst: readonly Permission[] = [
  ...new Set<Permission>([
    ...viewer,
    'people.read',
    'surveys.write',
    'surveys.send',
    'responses.write',
    'responses.import',
    'comments.teach',
    'rules.write',
    'activity.read',
    'files.write',
  ]),
]

/** The one table: what each role may do. Owner and admin differ in whom they may promote: see `coversRole` below. (There is no members.ts.) */
const table: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  admin: new Set(permissions),
  analyst: new Set(analyst),
  manager: new Set(manager),
  agent: new Set(agent),
  viewer: new Set(viewer),
}

export const permissionsOf = (role: Role): ReadonlySet<Permission> => table[role]

/** True when `role` may do all that `other` may: nobody hands out more than they have. */
export function coversRole(role: Role, other: Role): boolean {
  if (other === 'owner') return role === 'owner'
  return [...table[other]].every(permission => table[role].has(permission))
}
