import { displayNameSql } from '../../../people/server/personName.ts'
import { sql } from 'kysely'
import { translator } from '../../../kit/translator.ts'
import { idCursor, toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { containing } from '../../../kit/server/like.ts'
import { readUnitScope, unitIdsOf } from '../../../people/server/units/unitScope.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import type { InvitationRow, InvitationState } from '../../sendingContract.ts'
import { holdReasonWords } from './decideInvitation.ts'

export interface InvitationFilter {
  state?: InvitationState | 'delivered' | undefined
  send?: string | undefined
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
  tree?: 'is' | 'was' | undefined
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Who was asked, newest first, with the reason of those who were not. */
export async function listInvitations(tx: Tx, surveyId: string, filter: InvitationFilter) {
  const before = idCursor(filter.cursor)
  const like = filter.q && containing(filter.q)
  const { state, from, to } = filter
  const { zone } = await readOwnOrganisation(tx)
  const units = await unitsFor(tx, filter)
  const left = sql<string>`(coalesce(i.sent_at, i.due_at) at time zone ${zone})::date`
  const rows = await invitations(tx, surveyId)
    .$if(state === 'delivered', query => query.where('i.sent_at', 'is not', null).where('i.state', '<>', 'bounced'))
    .$if(!!state && state !== 'delivered', query => query.where('i.state', '=', state!))
    .$if(!!from, query => query.where(left, '>=', from!))
    .$if(!!to, query => query.where(left, '<=', to!))
    .$if(units !== null, query => query.where(sql<boolean>`i.unit_id = any(${units}::uuid[])`))
    .$if(!!filter.send, query => query.where('i.send_id', '=', filter.send!))
    .$if(!!like, query => query.where(eb => eb.or([eb('p.name', 'ilike', like!), eb('p.email', 'ilike', like!)])))
    .$if(!!before, query => query.where('i.id', '<', before!))
    .orderBy('i.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return toPage(rows.map(invitationReply), filter.limit, row => [row.id])
}

async function unitsFor(tx: Tx, { from, to, ...asked }: InvitationFilter): Promise<string[] | null> {
  if (!asked.unit && !asked.tree) return null
  return unitIdsOf((await readUnitScope(tx, asked)).stretches({ from: from ?? '0001-01-01', to: to ?? '9999-12-31' }))
}

const invitations = (tx: Tx, surveyId: string) =>
  tx.db
    .selectFrom('invitation as i')
    .innerJoin('person as p', join => join.onRef('p.org_id', '=', 'i.org_id').onRef('p.id', '=', 'i.person_id'))
    .leftJoin('unit as u', join => join.onRef('u.org_id', '=', 'i.org_id').onRef('u.id', '=', 'i.unit_id'))
    .leftJoin('survey as h', join => join.onRef('h.org_id', '=', 'i.org_id').onRef('h.id', '=', 'i.held_by'))
    .select([
      'i.id',
      'i.send_id',
      'i.person_id',
      'i.unit_id',
      'u.name as unit_name',
      'i.locale',
      'i.state',
      'i.held_reason',
      'i.held_until',
    ])
    .select([
      'h.name as held_by_name',
      'i.error',
      'i.due_at',
      'i.sent_at',
      'i.answered_at',
      'i.reminded_at',
      'i.next_reminder_at',
    ])
    .select(['p.email', sql<string>`${sql.raw(displayNameSql('p'))}`.as('name')])
    .where('i.org_id', '=', tx.org)
    .where('i.survey_id', '=', surveyId)

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>

const time = (at: Date | string | null): string | null => at && new Date(at).toISOString()

const invitationReply = (row: Row): InvitationRow => ({
  id: row.id,
  sendId: row.send_id,
  person: { id: row.person_id, name: row.name, email: row.email },
  unit: row.unit_id && row.unit_name ? { id: row.unit_id, name: row.unit_name } : null,
  locale: row.locale,
  state: row.state as InvitationState,
  reason: reasonOf(row),
  heldUntil: time(row.held_until),
  dueAt: time(row.due_at)!,
  sentAt: time(row.sent_at),
  answeredAt: time(row.answered_at),
  reminders: row.reminded_at.length,
  nextReminderAt: time(row.next_reminder_at),
})

const english = translator('en')

function reasonOf({ held_reason, held_by_name, error }: Row): string | null {
  if (!held_reason) return error
  const words = holdReasonWords(held_reason, english)
  return held_by_name ? `${words}: ${held_by_name}` : words
}
