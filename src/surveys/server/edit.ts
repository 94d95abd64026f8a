import type { Verb } from '../../kit/vocabulary.ts'
import { record } from '../../activity/server/record.ts'
import { readRecentDetails } from '../../activity/server/recentDetails.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { whyNotPublish } from '../readiness.ts'
import { closingTime } from '../closingTime.ts'
import { parseQuestionnaire } from '../parseQuestionnaire.ts'
import { readOwnOrganisation } from './publicOrganisation.ts'
import { forgetSurvey } from './published.ts'
import { deleteSurvey, findMemberLogin, insertSurvey, lockSurvey, saveSurvey, type SurveyChange } from './surveyStore.ts'
import { insertVersion } from './versionStore.ts'

export async function createSurvey(tx: Tx, name: string, draft: Questionnaire): Promise<string> {
  const id = newId()
  const ownerId = tx.caller.kind === 'user' ? tx.caller.id : null
  await insertSurvey(tx, { id, name, ownerId, draft, closesAt: await closesAt(tx, draft) })
  await record(tx, 'survey.created', { type: 'survey', id }, { name })
  announce(tx, 'surveys', id)
  return id
}

export async function copySurvey(tx: Tx, id: string, name: string | undefined): Promise<string> {
  const survey = await lock(tx, id)
  const copy = await createSurvey(tx, name ?? `${survey.name} (copy)`.slice(0, 200), { ...survey.draft, closesAt: null })
  await record(tx, 'survey.copied', { type: 'survey', id: copy, also: [id] }, { from: id })
  return copy
}

interface SurveyEdit {
  name?: string | undefined
  owner?: string | undefined
  revision?: number | undefined
}

/** Changes the draft. What is published stays as it is, except when it closes: that is not a thing people answered to. */
export async function changeSurvey(
  tx: Tx,
  id: string,
  { name, owner, revision, ...fields }: SurveyEdit & Partial<Questionnaire>,
) {
  const survey = await lock(tx, id)
  if (revision !== undefined && revision !== survey.revision)
    throw new AppError(
      'conflict',
      'Somebody else has changed this questionnaire since you opened it. Load it again, then repeat your change.',
    )
  const draft = merged(survey.draft, fields)
  if (draft.anonymous !== survey.anonymous && survey.version > 0) throw anonymityIsFixed
  if (owner !== undefined && !(await findMemberLogin(tx, owner))) throw notFound('member')
  await saveSurvey(tx, id, {
    ...(name !== undefined && { name }),
    ...(owner !== undefined && { owner_id: owner }),
    draft,
    anonymous: draft.anonymous,
    default_locale: draft.locale,
    quota: draft.quota,
    closes_at: await closesAt(tx, draft),
  })
  await recordEdit(tx, id, Object.keys({ ...fields, ...(name && { name }), ...(owner && { owner }) }), owner !== undefined)
  changed(tx, id)
  return { id, revision: survey.revision + 1, problems: whyNotPublish(draft) }
}

/** The builder saves on every pause. Within 15 minutes the same changed fields are recorded once; a change of owner is always recorded. */
async function recordEdit(tx: Tx, id: string, fields: string[], always: boolean): Promise<void> {
  const lately = await readRecentDetails(tx, 'survey.changed', id, new Date(tx.now.getTime() - SITTING))
  const told = new Set(lately.flatMap(detail => (detail['fields'] as string[] | undefined) ?? []))
  if (!always && fields.every(field => told.has(field))) return
  await record(tx, 'survey.changed', { type: 'survey', id }, { fields })
}

const SITTING = 15 * 60_000

const anonymityIsFixed = new AppError(
  'not_allowed_now',
  'Whether a survey is anonymous is fixed once it was published: people were told so. Duplicate it to ask the other way.',
)

function merged(draft: Questionnaire, fields: Partial<Questionnaire>): Questionnaire {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return parseQuestionnaire({ ...draft, ...given })
}

export async function publishSurvey(tx: Tx, id: string) {
  const survey = await lock(tx, id)
  if (survey.archived_at) throw new AppError('not_allowed_now', 'This survey is archived. Bring it back first.')
  const problems = whyNotPublish(survey.draft)
  if (problems.length) throw new AppError('bad_input', `It cannot be published yet. ${problems[0]!.message}`, problems)
  const version = survey.version + 1
  await insertVersion(tx, id, version, survey.draft)
  await saveSurvey(tx, id, { version, state: 'live' })
  await record(tx, 'survey.published', { type: 'survey', id }, { version })
  changed(tx, id)
  return { id, version, state: 'live' as const }
}

export async function closeSurvey(tx: Tx, id: string): Promise<void> {
  const survey = await lock(tx, id)
  if (survey.state !== 'live') throw new AppError('not_allowed_now', 'Only a survey that is open can be closed.')
  await move(tx, id, { state: 'closed' }, 'survey.closed')
}

export async function reopenSurvey(tx: Tx, id: string): Promise<void> {
  const survey = await lock(tx, id)
  if (survey.state !== 'closed') throw new AppError('not_allowed_now', 'Only a closed survey can be opened again.')
  if (survey.archived_at) throw new AppError('not_allowed_now', 'This survey is archived. Bring it back first.')
  if (survey.closes_at && survey.closes_at <= tx.now)
    throw new AppError('not_allowed_now', 'Its closing date has passed. Choose a later one, then open it again.')
  await move(tx, id, { state: 'live' }, 'survey.reopened')
}

export async function archiveSurvey(tx: Tx, id: string): Promise<void> {
  const survey = await lock(tx, id)
  if (survey.archived_at) return
  await move(tx, id, { archived_at: tx.now, ...(survey.state === 'live' && { state: 'closed' }) }, 'survey.archived')
}

export async function restoreSurvey(tx: Tx, id: string): Promise<void> {
  const survey = await lock(tx, id)
  if (survey.archived_at) await move(tx, id, { archived_at: null }, 'survey.restored')
}

export async function removeSurvey(tx: Tx, id: string): Promise<void> {
  const survey = await lock(tx, id)
  if (survey.version > 0)
    throw new AppError('not_allowed_now', 'This survey was published: archive it, so that its answers keep their questions.')
  await deleteSurvey(tx, id)
  await record(tx, 'survey.deleted', { type: 'survey', id }, { name: survey.name })
  changed(tx, id)
}

async function move(tx: Tx, id: string, change: SurveyChange, verb: Verb): Promise<void> {
  await saveSurvey(tx, id, change)
  await record(tx, verb, { type: 'survey', id })
  changed(tx, id)
}

async function lock(tx: Tx, id: string) {
  const survey = await lockSurvey(tx, id)
  if (!survey) throw notFound('survey')
  return survey
}

function changed(tx: Tx, id: string): void {
  forgetSurvey(tx, id)
  announce(tx, 'surveys', id)
}

async function closesAt(tx: Tx, draft: Questionnaire): Promise<Date | null> {
  return draft.closesAt ? closingTime(draft.closesAt, (await readOwnOrganisation(tx)).zone) : null
}
