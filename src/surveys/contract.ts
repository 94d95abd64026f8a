import { z } from 'zod'
import { contract, created, done, flag, id, idParam, name, page, paging, text } from '../kit/contract.ts'
import { questionnaireFields, questionnaireSchema } from './questionnaire.ts'

export const surveyStates = ['draft', 'live', 'closed'] as const

const state = z.enum(surveyStates)
const at = z.string().nullable()

const surveyRow = z.object({
  id,
  name,
  state,
  /** The version last published; 0 = never. */
  version: z.number().int(),
  anonymous: z.boolean(),
  locales: z.array(z.string()),
  questions: z.number().int(),
  /** Complete responses. */
  responses: z.number().int(),
  /** The day of the last one. */
  lastAnswerOn: z.string().nullable(),
  closesAt: at,
  quota: z.number().int().nullable(),
  archivedAt: at,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type SurveyRow = z.infer<typeof surveyRow>

const problem = z.object({ path: z.string(), message: z.string() })

const surveyDetail = surveyRow.extend({
  /** Send it back with a change: somebody else's edit in between is then not overwritten. */
  revision: z.number().int(),
  owner: z.object({ id, name: z.string(), email: z.string() }).nullable(),
  draft: questionnaireSchema,
  /** The draft says something that the published version does not. */
  changed: z.boolean(),
  /** Why it cannot be published yet. */
  problems: z.array(problem),
})
export type SurveyDetail = z.infer<typeof surveyDetail>

// A change names only what changes, so defaults must not fill in the rest.
type Optional<T extends Record<string, z.ZodType>> = { [K in keyof T]: z.ZodOptional<T[K]> }
const changes = Object.fromEntries(
  Object.entries(questionnaireFields).map(([field, schema]) => [
    field,
    (schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema).optional(),
  ]),
) as Optional<typeof questionnaireFields>

const segments = z.record(text(60, 1), text(100)).refine(all => Object.keys(all).length <= 12, 'At most 12 segments.')

const link = z.object({
  id,
  name: z.string(),
  kind: z.enum(['open', 'site']),
  url: z.string(),
  unit: z.string().nullable(),
  segments: z.record(z.string(), z.string()),
  responses: z.number().int(),
  closedAt: at,
  createdAt: z.string(),
})
export type SurveyLinkRow = z.infer<typeof link>

const linkParams = z.object({ id, linkId: id })

export const surveysContract = contract({
  createSurvey: {
    method: 'POST',
    path: '/surveys',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Start a questionnaire (a draft until it is published)',
    bodyLimit: 2 * 1024 * 1024,
    body: z.object({ name, ...questionnaireFields }),
    status: 201,
    reply: created.extend({ version: z.number().int() }),
  },
  listSurveys: {
    method: 'GET',
    path: '/surveys',
    access: 'surveys.read',
    scope: 'units',
    summary: 'Questionnaires, newest first',
    query: paging.extend({ state: state.optional(), archived: flag, search: text(200).optional() }),
    reply: page(surveyRow),
  },
  getSurvey: {
    method: 'GET',
    path: '/surveys/:id',
    access: 'surveys.read',
    scope: 'units',
    summary: 'One questionnaire with its draft',
    params: idParam,
    reply: surveyDetail,
  },
  changeSurvey: {
    method: 'PATCH',
    path: '/surveys/:id',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Change the draft; what is published stays as it is until the next publication',
    bodyLimit: 2 * 1024 * 1024,
    params: idParam,
    body: z.object({ name: name.optional(), owner: id.optional(), revision: z.number().int().optional(), ...changes }),
    reply: z.object({ id, revision: z.number().int(), problems: z.array(problem) }),
  },
  publishSurvey: {
    method: 'POST',
    path: '/surveys/:id/publish',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Publish the draft as the next immutable version, and open the survey',
    params: idParam,
    reply: z.object({ id, version: z.number().int(), state }),
  },
  copySurvey: {
    method: 'POST',
    path: '/surveys/:id/copies',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Duplicate as a new draft',
    params: idParam,
    body: z.object({ name: name.optional() }).optional(),
    status: 201,
    reply: created,
  },
  closeSurvey: {
    method: 'POST',
    path: '/surveys/:id/closures',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Take no more answers',
    params: idParam,
    reply: done,
  },
  reopenSurvey: {
    method: 'POST',
    path: '/surveys/:id/reopenings',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Take answers again',
    params: idParam,
    reply: done,
  },
  archiveSurvey: {
    method: 'POST',
    path: '/surveys/:id/archivings',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Put away: closed, and out of the list',
    params: idParam,
    reply: done,
  },
  restoreSurvey: {
    method: 'DELETE',
    path: '/surveys/:id/archivings',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Bring back into the list, still closed',
    params: idParam,
    reply: done,
  },
  deleteSurvey: {
    method: 'DELETE',
    path: '/surveys/:id',
    access: 'surveys.write',
    scope: 'organisation',
    summary: 'Delete a draft that was never published; others are archived',
    params: idParam,
    reply: done,
  },
  listVersions: {
    method: 'GET',
    path: '/surveys/:id/versions',
    access: 'surveys.read',
    scope: 'units',
    summary: 'What was published, newest first',
    params: idParam,
    query: paging,
    reply: page(
      z.object({ version: z.number().int(), publishedAt: z.string(), publishedBy: z.string(), content: questionnaireSchema }),
    ),
  },
  createLink: {
    method: 'POST',
    path: '/surveys/:id/links',
    access: 'surveys.send',
    scope: 'organisation',
    summary: 'An open link: anybody who has it may answer',
    params: idParam,
    body: z.object({
      name,
      kind: z.enum(['open', 'site']).default('open'),
      /** Key or id of the unit that answers count for. */
      unit: text(200, 1).optional(),
      segments: segments.default({}),
    }),
    status: 201,
    reply: created.extend({ url: z.string() }),
  },
  listLinks: {
    method: 'GET',
    path: '/surveys/:id/links',
    access: 'surveys.read',
    scope: 'units',
    summary: 'Open links of a survey',
    params: idParam,
    query: paging,
    reply: page(link),
  },
  closeLink: {
    method: 'DELETE',
    path: '/surveys/:id/links/:linkId',
    access: 'surveys.send',
    scope: 'organisation',
    summary: 'Close an open link; answers given through it stay',
    params: linkParams,
    reply: done,
  },
  linkSvg: {
    method: 'GET',
    path: '/surveys/:id/links/:linkId/qr.svg',
    access: 'surveys.read',
    scope: 'units',
    summary: 'The link as a QR code, to print',
    params: linkParams,
    reply: z.string(),
    replyType: 'image/svg+xml',
  },
  linkPng: {
    method: 'GET',
    path: '/surveys/:id/links/:linkId/qr.png',
    access: 'surveys.read',
    scope: 'units',
    summary: 'The link as a QR code, as a picture',
    params: linkParams,
    query: z.object({ size: z.coerce.number().int().min(64).max(2048).default(512) }),
    reply: z.string(),
    replyType: 'image/png',
  },
})
