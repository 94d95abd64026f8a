import type { Verb } from '../../../kit/vocabulary.ts'
import { record } from '../../../activity/server/record.ts'
import { ok } from '../../../kit/contract.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { announce } from '../../../kit/server/live.ts'
import { personContract } from '../../personContract.ts'
import { startDayOrNull } from '../../unitMove.ts'
import { absencesOf, deleteAbsence, insertAbsence } from '../absenceStore.ts'
import { createPerson, editPerson } from './editPerson.ts'
import { userOfPerson } from './persons.ts'
import { markOptedOut } from '../reachability.ts'
import { listPeople, membershipHistory, personDetails, personRow, segmentValues, toPersonRow } from '../personStore.ts'
import { today } from '../today.ts'
import { unitSubtree, visibleUnits } from '../units.ts'
import { nameCursor } from '../nameCursor.ts'

export const personRoutes = implement(personContract, {
  async listPeople(tx, { query }) {
    const { limit, cursor, unit, ...filter } = query
    const units = await unitsOfFilter(tx, unit)
    const rows = await listPeople(tx, await today(tx), { ...filter, units }, limit + 1, nameCursor(cursor))
    const page = toPage(rows, limit, row => [row.sort_name, row.id])
    return { ...page, items: page.items.map(toPersonRow) }
  },

  async createPerson(tx, { body }) {
    const id = newId()
    if (tx.caller.units && !body.units?.length)
      throw badInput('units', 'Name one of your units: you see people of your units only.')
    await createPerson(tx, id, body)
    return { id }
  },

  async getPerson(tx, { params }) {
    const on = await today(tx)
    const row = await requirePerson(tx, params.id)
    const { phone, locale, segments, manager, reports, teams, created_at } = await personDetails(tx, params.id, on)
    return {
      ...toPersonRow(row),
      phone,
      locale,
      segments,
      manager,
      reports,
      teams,
      absences: (await absencesOf(tx, params.id)).map(toAbsence),
      history: (await membershipHistory(tx, params.id)).map(one => ({
        unit: { id: one.unit_id, name: one.name },
        role: one.role,
        from: startDayOrNull(one.from),
        to: one.to,
      })),
      hasLogin: (await userOfPerson(tx, params.id)) !== undefined,
      createdAt: created_at.toISOString(),
    }
  },

  async editPerson(tx, { params, body }) {
    await requirePerson(tx, params.id)
    await editPerson(tx, params.id, body)
    return ok
  },

  optOut: (tx, { params }) => optOut(tx, params.id, true),
  optIn: (tx, { params }) => optOut(tx, params.id, false),

  async addAbsence(tx, { params, body }) {
    await requirePerson(tx, params.id)
    const [from_at, to_at] = [new Date(body.from), new Date(body.to)]
    if (to_at <= from_at) throw badInput('to', 'The absence ends before it begins. Choose a later end.')
    if (body.delegate === params.id) throw badInput('delegate', 'Somebody else must take over.')
    if (body.delegate) await requirePerson(tx, body.delegate)
    const id = newId()
    await insertAbsence(tx, { id, person_id: params.id, from_at, to_at, delegate_id: body.delegate })
    await recordAndAnnounce(tx, 'person.absence', params.id, { from: body.from, to: body.to, delegate: body.delegate })
    return { id }
  },

  async endAbsence(tx, { params }) {
    const gone = await deleteAbsence(tx, params.id)
    if (!gone) throw notFound('absence')
    await requirePerson(tx, gone.person_id)
    return recordAndAnnounce(tx, 'person.absence_removed', gone.person_id, {
      from: gone.from_at.toISOString(),
      to: gone.to_at.toISOString(),
    })
  },

  listSegments: async tx => ({ items: await segmentValues(tx) }),
})

/** The person, if the caller may see them. */
export async function requirePerson(tx: Tx, id: string) {
  const person = await personRow(tx, id, await today(tx), await visibleUnits(tx))
  // An erased person belongs to no unit: only those who see everything see the empty page.
  if (!person || (person.erasedAt && tx.caller.units)) throw notFound('person')
  return person
}

async function recordAndAnnounce(tx: Tx, verb: Verb, id: string, detail: Record<string, unknown> = {}) {
  await record(tx, verb, { type: 'person', id }, detail)
  announce(tx, 'people', id)
  return ok
}

async function optOut(tx: Tx, id: string, out: boolean) {
  await requirePerson(tx, id)
  await markOptedOut(tx, id, out)
  announce(tx, 'people', id)
  return ok
}

async function unitsOfFilter(tx: Tx, unit: string | undefined): Promise<string[] | null> {
  const visible = await visibleUnits(tx)
  if (!unit) return visible
  const wanted = await unitSubtree(tx, unit)
  return visible ? wanted.filter(id => visible.includes(id)) : wanted
}

const toAbsence = (row: Awaited<ReturnType<typeof absencesOf>>[number]) => ({
  id: row.id,
  from: row.from_at.toISOString(),
  to: row.to_at.toISOString(),
  delegate: row.delegate_id ? { id: row.delegate_id, name: row.delegate ?? '' } : null,
})
