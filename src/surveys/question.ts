import { z } from 'zod'
import { text } from '../kit/contract.ts'
import { conditionSchema, itemIdSchema } from './answerCondition.ts'

export const questionKinds = ['nps', 'csat', 'ces', 'rating', 'choice', 'choices', 'text', 'matrix'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const limits = { questions: 100, options: 100, rows: 40, prompt: 1000, label: 300, paragraph: 4000, answer: 10_000 }

export const optionSchema = z.object({ id: itemIdSchema, label: text(limits.label) })
export type AnswerOption = z.infer<typeof optionSchema>

/** `labels` are words for values, by value: {"1": "Very hard", "7": "Very easy"}. */
export const scaleSchema = z
  .object({
    min: z.number().int().min(0).max(1),
    max: z.number().int().min(2).max(10),
    labels: z.record(z.string().regex(/^\d{1,2}$/), text(limits.label)).optional(),
  })
  .refine(({ labels = {}, min, max }) => Object.keys(labels).every(value => Number(value) >= min && Number(value) <= max), {
    path: ['labels'],
    message: 'Labels must belong to values of the scale.',
  })
export type AnswerScale = z.infer<typeof scaleSchema>

export const questionSchema = z.object({
  id: itemIdSchema,
  kind: z.enum(questionKinds),
  prompt: text(limits.prompt),
  hint: text(limits.prompt).optional(),
  required: z.boolean(),
  /** For choice and choices; for a matrix, its columns instead of a scale. */
  options: z.array(optionSchema).max(limits.options).optional(),
  /** For a matrix. */
  rows: z.array(optionSchema).max(limits.rows).optional(),
  /** For nps, csat, ces, rating, and a matrix without options. */
  scale: scaleSchema.optional(),
  showIf: conditionSchema.optional(),
})
export type Question = z.infer<typeof questionSchema>

export const usualScale: Partial<Record<QuestionKind, AnswerScale>> = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
  rating: { min: 1, max: 5 },
  matrix: { min: 1, max: 5 },
}

/** The scale that an answer lies on; none for choices, text, and a matrix of options. */
export const scaleOf = (question: Question): AnswerScale | undefined =>
  question.kind === 'matrix' && question.options?.length
    ? undefined
    : isScaled(question.kind)
      ? (question.scale ?? usualScale[question.kind])
      : undefined

export const isScaled = (kind: QuestionKind): boolean => usualScale[kind] !== undefined

/** Does one answer give one number that a metric can count? */
export const isScored = ({ kind }: Question): boolean => isScaled(kind) && kind !== 'matrix'

export const takesOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices' || kind === 'matrix'

export const valuesOf = ({ min, max }: AnswerScale): number[] => Array.from({ length: max - min + 1 }, (_, i) => min + i)
