import { createHash, randomBytes } from 'node:crypto'
import { respondentCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { findByTokenHash, type StoredInvitation } from '../../sending/server/store/outcomeStore.ts'
import { hashOfToken } from '../../sending/server/invite/token.ts'
import type { OpenLink } from '../../surveys/server/linkStore.ts'
import { findOpenLink } from '../../surveys/server/openLinks.ts'
import { type PublicOrganisation, findOrganisationByCode } from '../../surveys/server/publicOrganisation.ts'
import { findPublishedSurvey, type PublishedSurvey } from '../../surveys/server/published.ts'
import { isOpen } from '../../responses/server/intake/submit.ts'
import { findResponseByToken, type StoredPartial } from '../../responses/server/intake/partialStore.ts'

/** Somebody in front of a questionnaire: what they may answer, by which link, and what they already did. */
export interface Visit {
  token: string
  organisation: PublicOrganisation
  survey: PublishedSurvey
  link: OpenLink | undefined
  invited: StoredInvitation | undefined
  /** What this page shows again to find its response: the token of the personal link, or a random secret made for this visit. */
  resume: string
  tokenHash: Buffer
  kept: StoredPartial | undefined
}

/** Why there is nothing to answer. */
export type Barred = 'unknown' | 'not-yet' | 'closed' | 'ended'

export type VisitOutcome =
  | { visit: Visit; why?: undefined }
  | { visit?: undefined; why: Barred; organisation?: PublicOrganisation; survey?: PublishedSurvey }

const CODE = 6
const wellFormed = /^[a-z0-9]{6}[A-Za-z0-9_-]{10,90}$/

export async function organisationOfToken(database: Database, token: string): Promise<PublicOrganisation | undefined> {
  if (!wellFormed.test(token)) return undefined
  const organisation = await findOrganisationByCode(database, token.slice(0, CODE))
  return organisation?.active ? organisation : undefined
}

export const inVisit = <T>(database: Database, organisation: PublicOrganisation, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.inOrg(organisation.id, respondentCaller, work)

/**
 * Finds out what a token opens. `resume` is what the page (or its cookie) showed. `whole`: the
 * posted form holds every question, so that no partial response is looked up; submitting notices one that is complete.
 */
export async function openVisit(
  tx: Tx,
  organisation: PublicOrganisation,
  token: string,
  resume: string | undefined,
  whole: (survey: PublishedSurvey) => boolean = () => false,
): Promise<VisitOutcome> {
  const link = await findOpenLink(tx, token)
  const invited = link ? undefined : await findByTokenHash(tx, hashOfToken(token))
  const surveyId = link?.survey_id ?? invited?.surveyId
  const survey = surveyId && (await findPublishedSurvey(tx, surveyId))
  if (!surveyId) return { why: 'unknown', organisation }
  if (!survey) return { why: 'not-yet', organisation }
  const own = invited && !survey.questionnaire.anonymous ? token : wordOf(resume)
  const tokenHash = createHash('sha256').update(`resume ${own}`).digest()
  const open = isOpen(survey, tx.now) && !link?.closed_at
  const kept = open && whole(survey) ? undefined : await findResponseByToken(tx, tokenHash)
  const answered = kept?.state === 'complete' || invited?.state === 'answered'
  if (!answered && !open) return { why: 'closed', organisation, survey }
  if (!answered && invited?.state === 'cancelled') return { why: 'ended', organisation, survey }
  return { visit: { token, organisation, survey, link, invited, resume: own, tokenHash, kept } }
}

const wordOf = (resume: string | undefined): string =>
  resume && /^[A-Za-z0-9_-]{22}$/.test(resume) ? resume : randomBytes(16).toString('base64url')

export const sourceOf = ({ link }: Visit): string => (link ? (link.kind === 'site' ? 'site' : 'link') : 'mail')
