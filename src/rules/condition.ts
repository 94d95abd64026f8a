import { z } from 'zod'
import { text } from '../kit/contract.ts'
import { itemIdSchema, type AnswerTest, answerTestSchema } from '../surveys/answerCondition.ts'

/** An answer at most so low, at least so high, or between the two. */
export interface ScoreBound {
  atMost?: number | undefined
  atLeast?: number | undefined
}

export const seriesSubjects = ['person', 'account', 'unit'] as const
export type SeriesSubject = (typeof seriesSubjects)[number]

/** `count` of the last `of` answers of one person, account or unit lie within the bound, the present one among them. */
export interface SeriesTest extends ScoreBound {
  question: string
  count: number
  of: number
  per: SeriesSubject
}

/** `count` of several questions of one response lie within the bound. */
export interface SeveralTest extends ScoreBound {
  questions: string[]
  count: number
}

/** What a comment says: everything that is named must be so; of several themes or phrases one is enough. */
export interface CommentTest {
  /** Absent: any text. */
  question?: string | undefined
  negative?: boolean | undefined
  themes?: string[] | undefined
  phrases?: string[] | undefined
  /** Threatens to leave. */
  leaving?: boolean | undefined
  /** Asks to be called or contacted. */
  call?: boolean | undefined
}

/** The answers of a unit drift away from what they were; judged by sequential detection, see drift.ts. */
export interface TrendTest {
  question: string
  direction: 'falling' | 'rising'
  /** Answers before the drift and in it, each, before anything is said. */
  minimum: number
}

/** A contact has not answered the survey for so many days. */
export interface SilenceTest {
  days: number
  /** Only contacts with this segment; absent: contacts of customer accounts. */
  segment?: { key: string; value: string } | undefined
}

/** What can be looked at on its own. */
export type Sign =
  | AnswerTest
  | { series: SeriesTest }
  | { several: SeveralTest }
  | { comment: CommentTest }
  | { trend: TrendTest }
  | { silence: SilenceTest }

export type RuleCondition = Sign | { all: RuleCondition[] } | { any: RuleCondition[] } | { not: RuleCondition }

const usual =
  'A condition is {"question", and "atMost", "atLeast", "equals", "includes" or "answered"}, {"series": …}, {"several": …}, {"comment": …}, {"trend": …}, {"silence": …}, or {"all": […]}, {"any": […]}, {"not": …} with conditions in it.'

const score = z.number().min(-1000).max(1000)
const bound = { atMost: score.optional(), atLeast: score.optional() }
const isBounded = ({ atMost, atLeast }: ScoreBound) => atMost !== undefined || atLeast !== undefined
const needsBound = 'Say "atMost", "atLeast" or both.'
const several = (most: number) => z.number().int().min(1).max(most)

const seriesFields = { question: itemIdSchema, ...bound, count: several(20) }
const fits = ({ count, of }: { count: number; of?: number | undefined }) => of === undefined || count <= of

// Both ways: rules are told as they are sent.
const series = z.codec(
  z
    .strictObject({ ...seriesFields, of: several(20).optional(), per: z.enum(seriesSubjects).default('person') })
    .refine(isBounded, needsBound)
    .refine(fits, '"count" is how many of the last "of" answers: it cannot be more than those.'),
  z.strictObject({ ...seriesFields, of: several(20), per: z.enum(seriesSubjects) }),
  { decode: test => ({ ...test, of: test.of ?? test.count }), encode: test => test },
)

const comment = z
  .strictObject({
    question: itemIdSchema.optional(),
    negative: z.boolean().optional(),
    themes: z.array(text(100, 1)).min(1).max(20).optional(),
    phrases: z.array(text(100, 1)).min(1).max(20).optional(),
    leaving: z.literal(true).optional(),
    call: z.literal(true).optional(),
  })
  .refine(
    ({ negative, themes, phrases, leaving, call }) => [negative, themes, phrases, leaving, call].some(said => said !== undefined),
    'Say what the comment says: "negative", "themes", "phrases", "leaving" or "call".',
  )

const signs = [
  answerTestSchema,
  z.strictObject({ series }),
  z.strictObject({
    several: z
      .strictObject({ questions: z.array(itemIdSchema).min(2).max(20), ...bound, count: several(20) })
      .refine(isBounded, needsBound)
      .refine(({ questions, count }) => count <= questions.length, '"count" cannot be more than there are questions.'),
  }),
  z.strictObject({ comment }),
  z.strictObject({
    trend: z.strictObject({
      question: itemIdSchema,
      direction: z.enum(['falling', 'rising']).default('falling'),
      minimum: z.number().int().min(10).max(1000).default(30),
    }),
  }),
  z.strictObject({
    silence: z.strictObject({
      days: z.number().int().min(1).max(1000),
      segment: z.strictObject({ key: text(60, 1), value: text(200, 1) }).optional(),
    }),
  }),
] as const

const list = (inner: z.ZodType<RuleCondition>) => z.array(inner).min(1, 'Name at least one condition.').max(20)

// The words of a sign that is nearly right say more than what else it could have been.
const named = ['series', 'several', 'comment', 'trend', 'silence'] as const

function words(input: unknown): string {
  if (typeof input !== 'object' || input === null) return usual
  const sign = named.findIndex(name => name in input)
  const error = sign < 0 ? undefined : signs[sign + 1]!.safeParse(input).error?.issues[0]
  return error ? `${error.path.join('.')}: ${error.message}` : usual
}

const grouped = (inner: z.ZodType<RuleCondition>): z.ZodType<RuleCondition> =>
  z.union(
    [...signs, z.strictObject({ all: list(inner) }), z.strictObject({ any: list(inner) }), z.strictObject({ not: inner })],
    {
      error: ({ input }) => words(input),
    },
  )

const sign: z.ZodType<RuleCondition> = z.union(signs, { error: ({ input }) => words(input) })

// Groups may stand in groups two deep. A bound by construction: a schema that called itself could be sent to the bottom of the stack.
export const ruleCondition = grouped(grouped(sign))

/** When a rule fires: all or any of its conditions on one response; silence is looked for once a day. */
export type When = { all: RuleCondition[] } | { any: RuleCondition[] }

export const when: z.ZodType<When> = z
  .union([z.strictObject({ all: list(ruleCondition) }), z.strictObject({ any: list(ruleCondition) })], {
    error: `Say {"all": [conditions]} or {"any": [conditions]}. ${usual}`,
  })
  .refine(
    whole => signsOf(whole).length === 1 || !silenceOf(whole),
    'Silence stands on its own: no answer can be low and missing at once.',
  )

/** Every single sign of a condition, in reading order. */
export function signsOf(condition: RuleCondition): Sign[] {
  if ('all' in condition) return condition.all.flatMap(signsOf)
  if ('any' in condition) return condition.any.flatMap(signsOf)
  return 'not' in condition ? signsOf(condition.not) : [condition]
}

export const silenceOf = (when: When): SilenceTest | undefined =>
  signsOf(when).flatMap(sign => ('silence' in sign ? [sign.silence] : []))[0]

export const isWithin = (value: unknown, { atMost, atLeast }: ScoreBound): value is number =>
  typeof value === 'number' && value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY)
