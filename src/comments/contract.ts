import { z } from 'zod'
import { contract, created, day, done, id, idParam, name, page, paging, text, type Result } from '../kit/contract.ts'

/** Longest comment that is read. */
export const LONGEST = 5_000
/** Most comments that are taught at once. */
export const MOST_TAUGHT = 5_000

const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'must be a language code such as en or de-AT')
  .transform(code => code.slice(0, 2).toLowerCase())

const words = text(LONGEST)

const evidence = z.object({
  /** In UTF-16 code units of the text, the end exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  why: z.string(),
  kind: z.enum(['praise', 'complaint', 'wish', 'theme', 'leaving', 'call']),
})

const reading = z.object({
  language: z.string(),
  /** Whether words of the language are known; without them only what was taught is found. */
  lexicon: z.boolean(),
  sentiment: z.number(),
  negative: z.boolean(),
  doubt: z.number(),
  themes: z.array(z.object({ id, name: z.string(), confidence: z.number() })),
  leaving: z.boolean(),
  call: z.boolean(),
  evidence: z.array(evidence),
  /** What a reader should know about how it was read, in words. */
  note: z.string().nullable(),
})
export type ReadingReply = z.output<typeof reading>

const theme = z.object({
  id,
  name: z.string(),
  /** Known by the product itself rather than taught. */
  builtIn: z.boolean(),
  retired: z.boolean(),
  /** Labels that name it. */
  taught: z.number().int(),
})

const word = z.object({
  negative: z.boolean().nullable(),
  themes: z.array(z.object({ id, name: z.string() })).nullable(),
  taughtBy: z.string(),
  taughtAt: z.string(),
})

const label = word.extend({
  id,
  text: z.string(),
  /** What was said of the same comment before, newest first: each undoing goes one back. */
  earlier: z.array(word),
})

const looked = z.object({
  from: day.optional(),
  to: day.optional(),
  survey: id.optional(),
  unit: text(200, 1).optional().describe('Key or id of a unit; everything below it counts too'),
})

export const commentsContract = contract({
  assess: {
    method: 'POST',
    path: '/comments/assessments',
    access: 'comments.read',
    scope: 'units',
    summary: 'Read a comment: language, sentiment, themes, and the words that made it decide',
    body: z.object({ text: words, language: language.optional() }),
    reply: reading,
  },
  assessMany: {
    method: 'POST',
    path: '/comments/assessments/many',
    access: 'comments.read',
    scope: 'units',
    summary: 'Read up to a hundred comments',
    body: z.object({ texts: z.array(words).min(1).max(100) }),
    bodyLimit: 2 * 1024 * 1024,
    reply: z.object({ items: z.array(reading) }),
  },
  teach: {
    method: 'POST',
    path: '/comments/labels',
    access: 'comments.teach',
    scope: 'units',
    summary: 'Say what comments mean: unknown names become themes, and what was taught acts before the reply is sent',
    body: z.object({
      items: z
        .array(
          z.object({
            text: words,
            language: language.optional(),
            negative: z.boolean().nullish(),
            themes: z.array(name).max(50).nullish(),
          }),
        )
        .min(1)
        .max(MOST_TAUGHT),
    }),
    bodyLimit: 32 * 1024 * 1024,
    reply: z.object({
      /** Comments taught by this call; the same words twice count once, and without words not at all. */
      taught: z.number().int(),
      /** Labels there are now. */
      labels: z.number().int(),
      themes: z.array(z.object({ id, name: z.string(), created: z.boolean() })),
      /** Of the first few labels: to undo them. */
      ids: z.array(id),
    }),
  },
  listLabels: {
    method: 'GET',
    path: '/comments/labels',
    access: 'comments.teach',
    scope: 'units',
    summary: 'What was taught, newest first',
    query: paging,
    reply: page(label),
  },
  undoLabel: {
    method: 'DELETE',
    path: '/comments/labels/:id',
    access: 'comments.teach',
    scope: 'units',
    summary: 'Take back the last word on a comment',
    params: idParam,
    reply: done,
  },
  listThemes: {
    method: 'GET',
    path: '/comments/themes',
    access: 'comments.read',
    scope: 'units',
    summary: 'The themes that comments are sorted into',
    reply: z.object({ items: z.array(theme), nextCursor: z.null() }),
  },
  createTheme: {
    method: 'POST',
    path: '/comments/themes',
    access: 'comments.teach',
    scope: 'organisation',
    summary: 'Add a theme, to be taught',
    body: z.object({ name }),
    reply: created,
    status: 201,
  },
  changeTheme: {
    method: 'PATCH',
    path: '/comments/themes/:id',
    access: 'comments.teach',
    scope: 'organisation',
    summary: 'Rename a theme, retire it or take it up again',
    params: idParam,
    body: z.object({ name: name.optional(), retired: z.boolean().optional() }),
    reply: done,
  },
  mergeTheme: {
    method: 'POST',
    path: '/comments/themes/:id/merges',
    access: 'comments.teach',
    scope: 'organisation',
    summary: 'Make a theme part of another: its comments count there',
    params: idParam,
    body: z.object({ into: id }),
    reply: done,
  },
  readResponse: {
    method: 'GET',
    path: '/responses/:id/comments',
    access: 'comments.read',
    scope: 'units',
    summary: 'How each comment of a response is read now',
    params: idParam,
    reply: z.object({ items: z.array(reading.extend({ question: z.string() })) }),
  },
  overview: {
    method: 'GET',
    path: '/comments/overview',
    access: 'comments.read',
    scope: 'units',
    summary: 'Themes with their share and sentiment, by month',
    query: looked,
    reply: z.object({
      n: z.number().int(),
      negative: z.number().int(),
      leaving: z.number().int(),
      call: z.number().int(),
      labels: z.number().int(),
      /** Read before something was taught, or by an earlier release; being read again. */
      waiting: z.number().int(),
      months: z.array(z.object({ month: z.string(), n: z.number().int(), negative: z.number().int(), sentiment: z.number() })),
      themes: z.array(
        z.object({
          id,
          name: z.string(),
          n: z.number().int(),
          negative: z.number().int(),
          sentiment: z.number(),
          months: z.array(z.object({ month: z.string(), n: z.number().int(), sentiment: z.number() })),
        }),
      ),
      languages: z.array(z.object({ language: z.string(), lexicon: z.boolean(), n: z.number().int() })),
    }),
  },
  listComments: {
    method: 'GET',
    path: '/comments',
    access: 'comments.read',
    scope: 'units',
    summary: 'Comments: the newest of a theme or a kind, page by page, or the few whose reading is most in doubt',
    query: looked.extend({
      ...paging.shape,
      theme: id.optional(),
      only: z.enum(['negative', 'leaving', 'call']).optional(),
      language: language.optional(),
      order: z.enum(['newest', 'doubt']).default('newest'),
    }),
    reply: page(
      z.object({
        response: id,
        question: z.string(),
        text: z.string(),
        respondedOn: z.string(),
        survey: z.string(),
        unit: z.string().nullable(),
        reading,
      }),
    ),
  },
})
export type Overview = Result<typeof commentsContract.overview>
