import { AppError, notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { type SurveyHead, readHead, readVersion } from './versionStore.ts'

/** A survey as people answer it: what it is now, and the version last published. */
export interface PublishedSurvey extends SurveyHead {
  questionnaire: Questionnaire
}

// A published version never changes: it is kept for as long as there is room. What a survey is right now (open, closed, its version)
// is remembered for a moment only, and forgotten at once on the node that changes it; intake asks the database again anyway.
const REMEMBERED_MS = 2_000
const MOST = 500
const versions = new Map<string, Questionnaire>()
const heads = new Map<string, { at: number; head: SurveyHead }>()

/** The survey with its published version; undefined when there is none or it was never published. */
export async function findPublishedSurvey(tx: Tx, surveyId: string): Promise<PublishedSurvey | undefined> {
  const head = await headOf(tx, surveyId)
  if (!head || head.version === 0) return undefined
  return { ...head, questionnaire: (await readQuestionnaireVersion(tx, surveyId, head.version))! }
}

/** The same, but throws when there is no such survey or it was never published. Does not check whether it is open: see isOpen. */
export async function requirePublishedSurvey(tx: Tx, surveyId: string): Promise<PublishedSurvey> {
  const head = await headOf(tx, surveyId)
  if (!head) throw notFound('survey')
  if (head.version === 0)
    throw new AppError('survey_not_published', 'This survey was never published. Publish it, then send answers.')
  return { ...head, questionnaire: (await readQuestionnaireVersion(tx, surveyId, head.version))! }
}

async function headOf(tx: Tx, surveyId: string): Promise<SurveyHead | undefined> {
  const key = `${tx.org} ${surveyId}`
  const known = heads.get(key)
  if (known && Date.now() - known.at < REMEMBERED_MS) return known.head
  const head = await readHead(tx, surveyId)
  if (head) keep(heads, key, { at: Date.now(), head })
  return head
}

/** A published version, also one that was replaced since. */
export async function readQuestionnaireVersion(tx: Tx, surveyId: string, version: number): Promise<Questionnaire | undefined> {
  const key = `${tx.org} ${surveyId} ${version}`
  const known = versions.get(key)
  if (known) return known
  const content = await readVersion(tx, surveyId, version)
  if (content) keep(versions, key, content)
  return content
}

function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  if (cache.size >= MOST) cache.delete(cache.keys().next().value!)
  cache.set(key, value)
}

/** After a change of the survey: this node sees it with the commit, the others within two seconds. */
export function forgetSurvey(tx: Tx, surveyId: string): void {
  heads.delete(`${tx.org} ${surveyId}`)
  tx.afterCommit(() => void heads.delete(`${tx.org} ${surveyId}`))
}
