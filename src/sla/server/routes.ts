import { ok } from '../../kit/contract.ts'
import { notFound } from '../../kit/errors.ts'
import { implement } from '../../kit/server/http/implement.ts'
import type { CalendarItem, PolicyItem } from '../contract.ts'
import { slaContract, targetNames } from '../contract.ts'
import { addCalendar, changeCalendar } from './calendars.ts'
import { allCalendars, type CalendarRow } from './calendarStore.ts'
import { addPolicy, changePolicy } from './policies.ts'
import { allPolicies, policyById, type PolicyRow } from './policyStore.ts'

export const slaRoutes = implement(slaContract, {
  async listCalendars(tx) {
    const policies = await allPolicies(tx)
    return { items: (await allCalendars(tx)).map(row => calendarReply(row, policies)), nextCursor: null }
  },
  async getCalendar(tx, { params }) {
    const row = (await allCalendars(tx)).find(calendar => calendar.id === params.id)
    if (!row) throw notFound('calendar')
    return calendarReply(row, await allPolicies(tx))
  },
  createCalendar: async (tx, { body }) => ({ id: await addCalendar(tx, body) }),
  async changeCalendar(tx, { params, body }) {
    await changeCalendar(tx, params.id, body)
    return ok
  },
  listPolicies: async tx => ({ items: (await allPolicies(tx)).map(policyReply), nextCursor: null }),
  async getPolicy(tx, { params }) {
    const row = await policyById(tx, params.id)
    if (!row) throw notFound('policy')
    return policyReply(row)
  },
  createPolicy: async (tx, { body }) => ({ id: await addPolicy(tx, body) }),
  async changePolicy(tx, { params, body }) {
    await changePolicy(tx, params.id, body)
    return ok
  },
})

function calendarReply({ spec, ...row }: CalendarRow, policies: readonly PolicyRow[]): CalendarItem {
  const holidays = (spec.holidays ?? []).map(day => (typeof day === 'string' ? { date: day, name: '' } : { name: '', ...day }))
  return {
    ...row,
    tz: spec.tz ?? null,
    hours: (spec.hours ?? {}) as CalendarItem['hours'],
    holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)),
    special: (spec.special ?? {}) as CalendarItem['special'],
    union: spec.union ? [...spec.union] : null,
    policies: policies.filter(policy => !policy.archived && policy.calendarId === row.id).map(policy => policy.name),
  }
}

const policyReply = ({ id, name, version, archived, calendarId, content }: PolicyRow): PolicyItem => ({
  id,
  name,
  version,
  archived,
  calendar: calendarId,
  // In the order in which promises follow each other; the database keeps none.
  targets: Object.fromEntries(
    targetNames.flatMap(target => (content.targets[target] === undefined ? [] : [[target, content.targets[target]]])),
  ) as PolicyItem['targets'],
  warn_before_min: content.warnBefore,
  ladder: [...content.ladder],
})
