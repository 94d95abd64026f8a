import { z } from 'zod'
import { day, instant, text } from '../kit/contract.ts'
import { itemIdSchema } from './answerCondition.ts'
import {
  isScaled,
  limits,
  type AnswerOption,
  type Question,
  questionSchema,
  scaleSchema,
  takesOptions,
  usualScale,
} from './question.ts'

/** A language as in BCP 47: de, de-AT, zh-Hant. Any language, not only those the console speaks. */
export const localeSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'must be a language such as "en", "de-AT" or "zh-Hant"')

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0a6375')

/** What stands on the buttons, where the product's own words will not do. */
export const wordingKeys = ['start', 'next', 'back', 'send', 'help'] as const

const linkSchema = z.object({ label: text(limits.label, 1), url: z.url({ protocol: /^https?$/ }).max(2000) })

/** A page after the last question. The first one whose bounds hold the score is shown; one without bounds holds any. */
export const thanksSchema = z.object({
  id: itemIdSchema,
  atLeast: z.number().int().min(0).max(10).optional(),
  atMost: z.number().int().min(0).max(10).optional(),
  /** Whose score; the first scored question unless told. */
  question: itemIdSchema.optional(),
  title: text(limits.label),
  text: text(limits.paragraph),
  link: linkSchema.optional(),
})
export type ThanksPage = z.infer<typeof thanksSchema>

const shape = {
  /** What the respondent reads above the first question; the survey's name where it is empty. */
  title: text(limits.label),
  about: text(limits.paragraph),
  locale: localeSchema,
  /** Every language that it is offered in, the default one among them. */
  locales: z.array(localeSchema).min(1).max(40),
  questions: z.array(questionSchema).max(limits.questions),
  thanks: z.array(thanksSchema).max(12),
  wording: z.partialRecord(z.enum(wordingKeys), text(60)),
  brand: z.object({ colour: colour.optional(), logo: z.string().max(500).optional() }),
  /** Nothing is stored that could name the person. */
  anonymous: z.boolean(),
  closesAt: z.union([instant, day]).nullable(),
  /** Who gives a low score may leave a number to be called at. */
  offersCall: z.boolean().optional(),
  /** Closes after so many complete answers. */
  quota: z.number().int().min(1).max(10_000_000).nullable(),
  /** Per language: the text under each key of translation.ts. */
  translations: z.record(localeSchema, z.record(z.string().max(200), text(limits.paragraph))),
}

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length

/** A questionnaire as it is stored: every default filled in. What keeps it from being published is told by readiness.ts. */
export const questionnaireSchema = z.object(shape).superRefine(({ questions, thanks, locale, locales }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (!unique(questions.map(({ id }) => id))) refuse(['questions'], 'Two questions have the same id.')
  if (!unique(thanks.map(({ id }) => id))) refuse(['thanks'], 'Two thank-you pages have the same id.')
  if (!unique(locales) || !locales.includes(locale)) refuse(['locales'], 'Name each language once, the default one among them.')
  for (const [i, { options = [], rows = [] }] of questions.entries()) {
    if (!unique(options.map(({ id }) => id))) refuse(['questions', i, 'options'], 'Two options have the same id.')
    if (!unique(rows.map(({ id }) => id))) refuse(['questions', i, 'rows'], 'Two rows have the same id.')
  }
})
export type Questionnaire = z.infer<typeof questionnaireSchema>

const optionInput = z.union([text(limits.label, 1), z.object({ id: itemIdSchema.optional(), label: text(limits.label) })])
const questionInput = questionSchema.extend({
  required: z.boolean().default(false),
  options: z.array(optionInput).max(limits.options).optional(),
  rows: z.array(optionInput).max(limits.rows).optional(),
  scale: scaleSchema.optional(),
})

/** Every field of a questionnaire as people send it: only locale and questions are needed, options may be plain words. */
export const questionnaireFields = {
  ...shape,
  title: shape.title.default(''),
  about: shape.about.default(''),
  locales: shape.locales.optional(),
  questions: z.array(questionInput).max(limits.questions),
  thanks: z
    .array(thanksSchema.extend({ id: itemIdSchema.optional(), text: thanksSchema.shape.text.default('') }))
    .max(12)
    .default([]),
  wording: shape.wording.default({}),
  brand: z.object({ colour: z.string().toLowerCase().pipe(colour).optional(), logo: z.string().max(500).optional() }).default({}),
  anonymous: shape.anonymous.default(false),
  closesAt: shape.closesAt.default(null),
  quota: shape.quota.default(null),
  translations: shape.translations.default({}),
}

type QuestionnaireInput = z.output<z.ZodObject<typeof questionnaireFields>>

/** What `POST /surveys` reads beside the name: defaults filled in, options given ids. Unknown keys are left out. */
export const questionnaireInput = z.object(questionnaireFields).transform(withDefaults).pipe(questionnaireSchema)

/** Fills in what may be left out. Doing it twice changes nothing more. */
export function withDefaults(draft: QuestionnaireInput): Questionnaire {
  const locales = draft.locales ?? [...new Set([draft.locale, ...Object.keys(draft.translations)])]
  return {
    ...draft,
    locales,
    questions: draft.questions.map(completeQuestion),
    thanks: withIds(draft.thanks, (_, i) => `thanks${i + 1}`),
  }
}

function completeQuestion(question: QuestionnaireInput['questions'][number]): Question {
  const { kind, options, rows, scale, ...rest } = question
  const columns = takesOptions(kind) && options ? withOptionIds(options) : undefined
  return {
    ...rest,
    kind,
    ...(columns && { options: columns }),
    ...(kind === 'matrix' && { rows: withOptionIds(rows ?? []) }),
    ...(isScaled(kind) && !(kind === 'matrix' && columns?.length) && { scale: scale ?? usualScale[kind] }),
  }
}

/** Options with ids made of their words: "Too slow" becomes too-slow; where letters are not Latin, o1, o2 … */
export function withOptionIds(options: readonly z.output<typeof optionInput>[]): AnswerOption[] {
  const given = options.map(option => (typeof option === 'string' ? { label: option } : option))
  return withIds(given, ({ label }, i) => slug(label) ?? `o${i + 1}`)
}

const slug = (label: string): string | undefined => {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return words.replaceAll(' ', '-').slice(0, 50).replace(/-$/, '') || undefined
}

/** Gives an id to what has none; ids that people chose stay, and no made-up one equals another. */
function withIds<T extends { id?: string | undefined }>(
  things: readonly T[],
  made: (thing: T, i: number) => string,
): (T & { id: string })[] {
  const taken = new Set(things.map(({ id }) => id))
  return things.map((thing, i) => {
    if (thing.id !== undefined) return { ...thing, id: thing.id }
    let id = made(thing, i)
    for (let n = 2; taken.has(id); n++) id = `${made(thing, i)}-${n}`
    taken.add(id)
    return { ...thing, id }
  })
}
