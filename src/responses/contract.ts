import { z } from 'zod'
import { contract, created, email, flag, id, idParam, instant, name, page, paging, skipped, text } from '../kit/contract.ts'

/** About 300,000 responses with a comment each. */
export const LARGEST_IMPORT = 64 * 1024 * 1024

const surveyParam = z.object({ id })
const segments = z.record(text(60, 1), text(100)).refine(all => Object.keys(all).length <= 12, 'At most 12 segments.')
const answers = z.record(text(100), z.unknown())

export const submitBody = z.object({
  answers,
  person: z.object({ email, name: name.optional() }).optional(),
  /** Key or id of the unit that it counts for. */
  unit: text(200, 1).optional(),
  source: text(60, 1).default('api'),
  /** When it was given, if not now. */
  respondedAt: instant.optional(),
  locale: text(20).optional(),
  segments: segments.default({}),
})

export const responsesContract = contract({
  submitResponse: {
    method: 'POST',
    path: '/surveys/:id/responses',
    access: 'responses.write',
    scope: 'units',
    summary: 'One response from another system',
    params: surveyParam,
    body: submitBody,
    status: 201,
    reply: created.extend({ alertIds: z.array(id) }),
  },
  importResponses: {
    method: 'POST',
    path: '/surveys/:id/responses/import',
    access: 'responses.import',
    scope: 'organisation',
    summary: 'Import past responses from a table; can be undone. Raises no alerts',
    params: surveyParam,
    query: z.object({
      map: text(8000)
        .optional()
        .describe('URL-encoded JSON: column → question id, unit, respondedAt, email or segment.<key>. Guessed when absent'),
      createUnits: flag,
      dry_run: flag,
    }),
    bodyType: 'text/csv',
    body: z.any().describe('A CSV file: UTF-8, UTF-16 or Latin-1; comma, semicolon or tab'),
    bodyLimit: LARGEST_IMPORT,
    reply: z.object({
      /** Undo it by this; null when nothing was done (dry run). */
      id: id.nullable(),
      imported: z.number().int(),
      /** The first thousand; `skippedCount` says how many there are. */
      skipped,
      skippedCount: z.number().int(),
      /** Rows without a date: they count from now. */
      undated: z.number().int(),
      columns: z.array(z.string()),
      map: z.record(z.string(), z.string()),
    }),
  },
  listImports: {
    method: 'GET',
    path: '/surveys/:id/imports',
    access: 'responses.read',
    scope: 'units',
    summary: 'What was imported into a survey, newest first',
    params: surveyParam,
    query: paging,
    reply: page(
      z.object({
        id,
        imported: z.number().int(),
        skipped: z.number().int(),
        createdBy: z.string(),
        createdAt: z.string(),
        undoneAt: z.string().nullable(),
        undoneBy: z.string().nullable(),
      }),
    ),
  },
  undoImport: {
    method: 'DELETE',
    path: '/imports/:id',
    access: 'responses.import',
    scope: 'organisation',
    summary: 'Undo an import: its responses, answers and counts go',
    params: idParam,
    reply: z.object({ removed: z.number().int() }),
  },
})
