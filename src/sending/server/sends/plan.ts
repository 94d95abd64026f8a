import { record } from '../../../activity/server/record.ts'
import { AppError, badInput } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { enqueue } from '../../../kit/server/queue.ts'
import { findOrCreateContacts, saveNames } from '../../../people/server/person/persons.ts'
import { nextOccurrence } from '../../recurrence.ts'
import { spreadInvitations } from '../../spreadInvitations.ts'
import type { Schedule, SendInput } from '../../sendingContract.ts'
import { createLink } from '../../../surveys/server/links.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { requirePublishedSurvey } from '../../../surveys/server/published.ts'
import { type ListedRecipient, readAudience, unitsMeant } from '../store/audience.ts'
import {
  type InvitationCandidate,
  findCandidates,
  insertPlanned,
  findCandidatesOfFirstOccurrence,
} from '../invite/invitationStore.ts'
import { inviteNow } from '../invite/inviteJob.ts'
import { keepOlderOccurrencesHeld } from '../invite/releaseStore.ts'
import { hoursOf, readRules } from '../store/sendingRuleStore.ts'
import { insertSend, lockSend, saveSend, type SendRecord } from '../store/sendStore.ts'

/** Creates a send. What is due at once is planned here, so that its invitations can be seen with the answer. */
export async function createSend(tx: Tx, surveyId: string, input: SendInput) {
  const survey = await requirePublishedSurvey(tx, surveyId)
  if (survey.state !== 'live')
    throw new AppError('survey_closed', 'This survey takes no answers. Reopen it before you invite people.')
  const audience = await readAudience(tx, input.audience)
  if (audience.kind === 'list' && audience.people.length === 0)
    throw badInput('audience', audience.skipped[0]?.reason ?? 'The list is empty.')
  const { zone } = await readOwnOrganisation(tx)
  const id = newId()
  const link = survey.anonymous
    ? await createLink(tx, surveyId, { name: 'Invitations by mail', kind: 'open', segments: {} })
    : undefined
  const nextAt = firstSendTime(input.schedule, zone, tx.now)
  const filter = audience.kind === 'people' ? { ...audience.filter, ...(await limited(tx, audience.filter)) } : null
  const send = {
    id,
    surveyId,
    audience: filter,
    message: input.message,
    schedule: input.schedule,
    reminders: [...input.reminders].sort((a, b) => a - b),
    nextAt,
    linkId: link?.id ?? null,
  }
  await insertSend(tx, send)
  await record(tx, 'survey.sent', { type: 'survey', id: surveyId, also: [id] }, { schedule: input.schedule.kind, sendId: id })
  const people = audience.kind === 'list' ? await candidatesOf(tx, audience.people) : undefined
  const atOnce = input.schedule.kind === 'now' || input.schedule.kind === 'spread'
  const invited = people || atOnce ? await beginOccurrence(tx, (await lockSend(tx, id))!, people) : 0
  announce(tx, 'sends', id)
  return { id, invited, skipped: audience.kind === 'list' ? audience.skipped : [] }
}

/** A caller who sees some units only asks their people, also when the send recurs. */
async function limited(tx: Tx, filter: { units?: string[] | undefined }): Promise<{ units?: string[] }> {
  if (filter.units || !tx.caller.units) return {}
  return { units: [...tx.caller.units] }
}

/** When a send begins; throws where it never would. */
export function firstSendTime(schedule: Schedule, zone: string, now: Date): Date {
  if (schedule.kind === 'now') return now
  if (schedule.kind === 'later') return inTheFuture(new Date(schedule.at), now, 'schedule.at')
  if (schedule.kind === 'spread') {
    const from = schedule.from ? new Date(Math.max(Date.parse(schedule.from), now.getTime())) : now
    if (inTheFuture(new Date(schedule.to), now, 'schedule.to') <= from)
      throw badInput('schedule.to', 'The end must lie after the beginning.')
    return from
  }
  const first = nextOccurrence({ ...schedule, zone }, now)
  if (!first) throw badInput('schedule.until', 'With these days it would never be sent. Choose a later end.')
  return first
}

function inTheFuture(at: Date, now: Date, path: string): Date {
  if (at.getTime() < now.getTime() - 60_000) throw badInput(path, 'This time has passed. Choose a later one.')
  return at
}

/**
 * Begins the next occurrence of a locked send: plans an invitation for everybody meant, and says when the one after it is due.
 * A list is planned as soon as it is known, for the time it was given.
 */
export async function beginOccurrence(tx: Tx, send: SendRecord, given?: InvitationCandidate[]): Promise<number> {
  const { zone } = await readOwnOrganisation(tx)
  const occurrence = send.occurrence + 1
  const people =
    given ??
    (send.audience
      ? await findCandidates(tx, send.audience, await unitsMeant(tx, send.audience))
      : await findCandidatesOfFirstOccurrence(tx, send.id))
  const dueAt = await times(tx, send, people, occurrence, zone)
  await keepOlderOccurrencesHeld(tx, send.id, occurrence)
  await insertPlanned(tx, { sendId: send.id, surveyId: send.survey_id, occurrence, dueAt }, people)
  const next =
    send.schedule.kind === 'recurring' ? nextOccurrence({ ...send.schedule, zone }, maximum(tx.now, send.next_at)) : null
  await saveSend(tx, send.id, { state: 'running', occurrence, next_at: next })
  if (people.length > 0) await enqueue(tx, inviteNow, {})
  return people.length
}

const maximum = (a: Date, b: Date | null): Date => (b && b > a ? b : a)

async function times(
  tx: Tx,
  send: SendRecord,
  people: readonly InvitationCandidate[],
  occurrence: number,
  zone: string,
): Promise<(id: string) => Date> {
  const { schedule } = send
  const at = send.next_at ?? tx.now
  if (schedule.kind !== 'spread') return () => at
  const ids = people.map(person => person.personId)
  const planned = spreadInvitations(
    ids,
    `${send.id} ${occurrence}`,
    at,
    new Date(schedule.to),
    hoursOf(await readRules(tx), zone),
  )
  if (!planned) throw badInput('schedule.to', 'There are no sending hours between these two times.')
  const byPerson = new Map(planned.map(one => [one.person, one.at]))
  return id => byPerson.get(id)!
}

async function candidatesOf(tx: Tx, people: readonly ListedRecipient[]): Promise<InvitationCandidate[]> {
  const ids = await findOrCreateContacts(
    tx,
    people.map(person => person.email),
  )
  await saveNames(tx, people)
  // Who was erased on request since the list was made has no id.
  return people.flatMap(({ email, locale, unitId, segments }) => {
    const personId = ids.get(email)
    return personId ? [{ personId, locale, unitId, segments }] : []
  })
}

/** Begins what is due, unless another node was faster or somebody stopped it. */
export async function beginIfDue(tx: Tx, sendId: string): Promise<void> {
  const send = await lockSend(tx, sendId)
  if (!send || !send.next_at || send.next_at > tx.now || (send.state !== 'scheduled' && send.state !== 'running')) return
  await beginOccurrence(tx, send)
  announce(tx, 'sends', sendId)
}
