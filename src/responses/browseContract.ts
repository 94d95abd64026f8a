import { z } from 'zod'
import { contract, id, idParam, page, paging, text, type Result } from '../kit/contract.ts'
import { narrowing, withSegments } from './metricsContract.ts'

const filter = {
  ...narrowing,
  search: text(200).optional().describe('Words anywhere in what people wrote'),
  /** Whose score is filtered and shown; the first scored question unless told. */
  question: text(60, 1).optional(),
  atLeast: z.coerce.number().int().min(0).max(10).optional(),
  atMost: z.coerce.number().int().min(0).max(10).optional(),
  /** Of a matrix: whose value or option is filtered. */
  row: text(60, 1).optional(),
  /** Only those who chose this option of the question. */
  option: text(60, 1).optional(),
  /** Only those who wrote something to this question; its words stand as the comment, and are what is searched. */
  said: text(60, 1).optional(),
  state: z.enum(['partial', 'complete']).optional(),
  /** The hierarchy as it is today, or as it was on the day of each answer; as it was on the last day unless told. */
  tree: z.enum(['is', 'was']).optional(),
  /** As it was: only while the unit stood right below this one, by id (`top`: at the top). */
  under: text(200, 1).optional(),
  /** Of the unit (or of all) without those of these units and all below them: `below`, all that stand right below it, or ids joined by commas. */
  except: text(4000, 1).optional(),
  /** Only those without a value of this segment. */
  without: text(60, 1).optional(),
  /** Only those behind a number of Insights: `drivers`, `cause:<id>`, `contacted-again`, `left`, `left-again`. */
  behind: text(100, 1).optional(),
  person: id.optional(),
  import: id.optional(),
}

const named = z.object({ id, name: z.string() })

const row = z.object({
  id,
  state: z.enum(['partial', 'complete']),
  respondedAt: z.string(),
  /** Of an anonymous answer only the day is kept: then `respondedAt` is its noon and tells nothing more. */
  respondedOn: z.string().nullable(),
  source: z.string(),
  version: z.number().int(),
  locale: z.string().nullable(),
  unit: named.nullable(),
  /** Only for who may see people, and never of an anonymous survey. */
  person: named.nullable(),
  segments: z.record(z.string(), z.string()),
  score: z.object({ question: z.string(), value: z.number().int(), max: z.number().int() }).nullable(),
  comment: z.string().nullable(),
})
export type ResponseRow = z.infer<typeof row>

const answer = z.object({
  question: z.string(),
  kind: z.string(),
  prompt: z.string(),
  /** As stored: a number, text, ids of options, or a value per row. */
  value: z.unknown(),
  /** The same in words. */
  words: z.string(),
  /** The highest value of its scale. */
  max: z.number().int().nullable(),
  /** Of several choices and a matrix: its pieces, in the order in which they were asked. */
  parts: z.array(z.object({ label: z.string().nullable(), words: z.string() })),
})

const event = z.object({ id, at: z.string(), verb: z.string(), actor: z.string().nullable(), detail: z.unknown() })

export const browseContract = contract({
  listResponses: {
    method: 'GET',
    path: '/surveys/:id/responses',
    access: 'responses.read',
    scope: 'units',
    summary: 'Responses, newest first',
    params: idParam,
    query: withSegments({ ...filter, ...paging.shape }),
    reply: page(row).extend({
      /** Few people answered this anonymous survey: single responses are shown once so many have. */
      needed: z.number().int().optional(),
      /** Of an anonymous survey only all answers can be read one by one, not those of some unit, time or segment. */
      narrowed: z.literal(true).optional(),
      /** Words were looked for in the newest so many responses only. */
      searched: z.number().int().optional(),
    }),
  },
  getResponse: {
    method: 'GET',
    path: '/responses/:id',
    access: 'responses.read',
    scope: 'units',
    summary: 'One response whole, with what happened to it',
    params: idParam,
    reply: row.extend({
      survey: named.extend({ anonymous: z.boolean() }),
      startedAt: z.string(),
      importId: id.nullable(),
      answers: z.array(answer),
      activity: z.array(event),
    }),
  },
  exportCsv: {
    method: 'GET',
    path: '/surveys/:id/responses/export.csv',
    access: 'responses.read',
    scope: 'units',
    summary: 'Responses as a CSV file that spreadsheets open without running anything',
    params: idParam,
    query: withSegments(filter),
    reply: z.string(),
    replyType: 'text/csv',
  },
  exportXlsx: {
    method: 'GET',
    path: '/surveys/:id/responses/export.xlsx',
    access: 'responses.read',
    scope: 'units',
    summary: 'Responses as a spreadsheet',
    params: idParam,
    query: withSegments(filter),
    reply: z.string(),
    replyType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
})
export type ResponseDetail = Result<typeof browseContract.getResponse>
