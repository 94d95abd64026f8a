import { z } from 'zod'

/** Ids of questions, options and rows: short, without dots, so that they can stand in paths and form fields. */
export const itemIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, 'must be 1–60 letters, digits, - or _, starting with a letter or digit')

/** An answer as it is stored: a number on a scale, text or an option's id, the ids of several options, or a value per row. */
export type AnswerValue = number | string | readonly string[] | Readonly<Record<string, number | string>>
export type Answers = Readonly<Record<string, AnswerValue>>

/** What can be said about one answer. `row` names a row of a matrix. */
export type AnswerTest = { question: string; row?: string } & (
  | { answered: boolean }
  | { equals: string | number }
  | { includes: string }
  | { atMost?: number; atLeast?: number }
)

/** A sentence about answers: `{question: "stars", atMost: 2}`, or several joined by all, any, not. */
export type Condition = AnswerTest | { all: Condition[] } | { any: Condition[] } | { not: Condition }

const about = { question: itemIdSchema, row: itemIdSchema.optional() }
const number = z.number().min(-1000).max(1000)

export const answerTestSchema = z.union(
  [
    z.strictObject({ ...about, answered: z.boolean() }),
    z.strictObject({ ...about, equals: z.union([z.string().max(200), number]) }),
    z.strictObject({ ...about, includes: z.string().max(200) }),
    z.strictObject({ ...about, atMost: number, atLeast: number.optional() }),
    z.strictObject({ ...about, atLeast: number }),
  ],
  {
    error:
      'A condition names a question and one of answered, equals, includes, atMost, atLeast; or all, any, not with conditions in it.',
  },
)

// Groups may stand in groups three deep. A bound by construction: a schema that called itself could be sent to the bottom of the stack.
const grouped = (inner: z.ZodType<Condition, Condition>): z.ZodType<Condition, Condition> =>
  z.union(
    [
      answerTestSchema,
      z.strictObject({ all: z.array(inner).min(1).max(20) }),
      z.strictObject({ any: z.array(inner).min(1).max(20) }),
      z.strictObject({ not: inner }),
    ],
    {
      error:
        'A condition is {question, atMost | atLeast | equals | includes | answered}, {all: […]}, {any: […]} or {not: …}, at most three groups deep.',
    },
  )

export const conditionSchema = grouped(grouped(grouped(answerTestSchema)))

/**
 * Is it so? A question without an answer is neither small nor large nor equal to anything: only `answered: false` and `not` hold for it.
 */
export function conditionHolds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every(part => conditionHolds(part, answers))
  if ('any' in condition) return condition.any.some(part => conditionHolds(part, answers))
  if ('not' in condition) return !conditionHolds(condition.not, answers)
  return leafHolds(condition, answerTo(condition, answers))
}

function leafHolds(leaf: AnswerTest, answer: AnswerValue | undefined): boolean {
  if ('answered' in leaf) return leaf.answered === (answer !== undefined)
  if (answer === undefined) return false
  if ('equals' in leaf)
    return Array.isArray(answer)
      ? answer.length === 1 && answer[0] === String(leaf.equals)
      : String(answer) === String(leaf.equals)
  if ('includes' in leaf) return Array.isArray(answer) ? answer.includes(leaf.includes) : answer === leaf.includes
  return (
    typeof answer === 'number' &&
    answer <= (leaf.atMost ?? Number.POSITIVE_INFINITY) &&
    answer >= (leaf.atLeast ?? Number.NEGATIVE_INFINITY)
  )
}

function answerTo({ question, row }: AnswerTest, answers: Answers): AnswerValue | undefined {
  const answer = ownEntry(answers, question)
  if (row === undefined) return answer
  return typeof answer === 'object' && !Array.isArray(answer)
    ? ownEntry(answer as Record<string, number | string>, row)
    : undefined
}

/** A question may be called "constructor": only what was put in counts. */
export const ownEntry = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** Every statement about one answer in a condition, in reading order. */
export function answerTestsOf(condition: Condition): AnswerTest[] {
  if ('all' in condition) return condition.all.flatMap(answerTestsOf)
  if ('any' in condition) return condition.any.flatMap(answerTestsOf)
  return 'not' in condition ? answerTestsOf(condition.not) : [condition]
}
