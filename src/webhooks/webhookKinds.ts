// @words everybody
import { msg } from '../kit/i18n.ts'

/** What an endpoint may ask for, as people choose it: each stands for the verbs of the record that begin so. */
export const eventGroups = {
  alerts: { label: msg('Alerts and their promises'), kinds: ['alert.*', 'promise.*', 'practice.*'] },
  responses: { label: msg('Answers and imports'), kinds: ['response.*', 'responses.*'] },
  help: { label: msg('Calls for help'), kinds: ['help.*'] },
  surveys: { label: msg('Surveys and sending'), kinds: ['survey.*'] },
  people: {
    label: msg('People, units and accounts'),
    kinds: ['person.*', 'people.*', 'unit.*', 'units.*', 'account.*', 'team.*'],
  },
  rules: {
    label: msg('Rules, causes, calendars and policies'),
    kinds: ['alert_rule.*', 'cause.*', 'calendar.*', 'policy.*', 'comments.*'],
  },
  members: { label: msg('Members, sign-in and keys'), kinds: ['member.*', 'login.*', 'key.*'] },
  organisation: { label: msg('The organisation itself'), kinds: ['org.*', 'mail.*', 'retention.*', 'webhook.*', 'demo.*'] },
} as const satisfies Record<string, { label: string; kinds: readonly string[] }>

export type EventGroup = keyof typeof eventGroups
export const groupNames = Object.keys(eventGroups) as EventGroup[]

/** A verb as in `alert.opened`, or all that begin so: `alert.*`. */
export const kindPattern = /^[a-z_]+\.(\*|[a-z_-]+)$/

/** The groups that are chosen whole, and what is chosen besides. */
export function groupsOf(kinds: readonly string[]): { groups: EventGroup[]; others: string[] } {
  const groups = groupNames.filter(name => eventGroups[name].kinds.every(kind => kinds.includes(kind)))
  const covered = new Set<string>(groups.flatMap(name => eventGroups[name].kinds))
  return { groups, others: kinds.filter(kind => !covered.has(kind)) }
}

export const kindsOf = (groups: readonly EventGroup[], others: readonly string[] = []): string[] => [
  ...groups.flatMap(name => [...eventGroups[name].kinds]),
  ...others,
]
