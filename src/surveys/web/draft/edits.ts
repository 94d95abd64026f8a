import type { AnswerTest } from '../../answerCondition.ts'
import { isScaled, type QuestionKind, type AnswerOption, type Question, takesOptions, usualScale } from '../../question.ts'
import type { Questionnaire } from '../../questionnaire.ts'

/** What the builder changes: the questionnaire and the name it has in the console. */
export type EditableSurvey = Questionnaire & { name: string }

/** Short and never used before: an id that came back would join the numbers of two different questions. */
export const freshId = (word: string): string =>
  `${word}-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36).slice(0, 5)}`

const blankOption = (): AnswerOption => ({ id: freshId('o'), label: '' })

/** A question of a kind, with what its kind needs and nothing said yet. */
export function blankQuestion(kind: QuestionKind): Question {
  const scale = usualScale[kind]
  return {
    id: freshId(kind),
    kind,
    prompt: '',
    required: kind === 'nps',
    ...(scale && { scale }),
    ...((kind === 'choice' || kind === 'choices') && { options: [blankOption(), blankOption()] }),
    ...(kind === 'matrix' && { rows: [blankOption(), blankOption()] }),
  }
}

/** The same question asked in another way; what the new kind has no place for goes. */
export function asKind(question: Question, kind: QuestionKind): Question {
  const { options, rows, scale, ...rest } = question
  const usual = usualScale[kind]
  const keepsScale = kind !== 'nps' && question.kind !== 'nps' && scale
  return {
    ...rest,
    kind,
    ...(takesOptions(kind) && options && { options }),
    ...((kind === 'choice' || kind === 'choices') && !options?.length && { options: [blankOption(), blankOption()] }),
    ...(kind === 'matrix' && { rows: rows?.length ? rows : [blankOption()] }),
    ...(isScaled(kind) && !(kind === 'matrix' && options?.length) && { scale: keepsScale || usual }),
  }
}

export function putQuestion<D extends Questionnaire>(draft: D, question: Question, at = draft.questions.length): D {
  return { ...draft, questions: draft.questions.toSpliced(at, 0, question) }
}

export function changeQuestion<D extends Questionnaire>(draft: D, id: string, change: (question: Question) => Question): D {
  return { ...draft, questions: draft.questions.map(question => (question.id === id ? change(question) : question)) }
}

/** Puts questions before (or after) another one, in the order they had. */
export function moveBeside<D extends Questionnaire>(
  draft: D,
  ids: ReadonlySet<string>,
  target: string,
  side: 'before' | 'after',
): D {
  const moved = draft.questions.filter(({ id }) => ids.has(id))
  const rest = draft.questions.filter(({ id }) => !ids.has(id))
  const at = rest.findIndex(({ id }) => id === target)
  return at < 0 ? draft : { ...draft, questions: rest.toSpliced(side === 'before' ? at : at + 1, 0, ...moved) }
}

/** One place up or down; at the end it stays. */
export function moveBy<T extends { id: string }>(list: readonly T[], id: string, step: 1 | -1): T[] {
  const at = list.findIndex(one => one.id === id)
  const to = at + step
  return at < 0 || to < 0 || to >= list.length ? [...list] : list.toSpliced(at, 1).toSpliced(to, 0, list[at]!)
}

/** A copy right after its original, with its translations. */
export function duplicateQuestion<D extends Questionnaire>(draft: D, id: string, copyId: string): D {
  const at = draft.questions.findIndex(question => question.id === id)
  const original = draft.questions[at]
  if (!original) return draft
  const said = mapTranslations(draft, (key, text) => [
    [key, text],
    ...(key.startsWith(`${id}.`) ? [[copyId + key.slice(id.length), text] as [string, string]] : []),
  ])
  return putQuestion({ ...draft, translations: said }, { ...original, id: copyId }, at + 1)
}

/** Removes a question and its translations; the second part puts both back where they were, whatever else changed since. */
export function removeQuestion<D extends Questionnaire>(draft: D, id: string): [without: D, putBack: (later: D) => D] {
  const at = draft.questions.findIndex(question => question.id === id)
  const question = draft.questions[at]
  if (!question) return [draft, later => later]
  const own = (key: string) => key.startsWith(`${id}.`)
  const translations = mapTranslations(draft, (key, text) => (own(key) ? [] : [[key, text]]))
  const was = draft.translations
  const putBack = (later: D): D => ({
    ...putQuestion(later, question, Math.min(at, later.questions.length)),
    translations: Object.fromEntries(
      Object.entries(later.translations).map(([locale, texts]) => [
        locale,
        { ...Object.fromEntries(Object.entries(was[locale] ?? {}).filter(([key]) => own(key))), ...texts },
      ]),
    ),
  })
  return [{ ...draft, questions: draft.questions.filter(one => one !== question), translations }, putBack]
}

function mapTranslations(
  { translations }: Questionnaire,
  map: (key: string, text: string) => [string, string][],
): Questionnaire['translations'] {
  return Object.fromEntries(
    Object.entries(translations).map(([locale, texts]) => [
      locale,
      Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => map(key, text))),
    ]),
  )
}

export function addLanguage<D extends Questionnaire>(draft: D, locale: string): D {
  if (draft.locales.includes(locale)) return draft
  return {
    ...draft,
    locales: [...draft.locales, locale],
    translations: { ...draft.translations, [locale]: draft.translations[locale] ?? {} },
  }
}

/** What was said in it stays with the draft until it is saved without: undo brings it back whole. */
export function removeLanguage<D extends Questionnaire>(draft: D, locale: string): D {
  if (locale === draft.locale) return draft
  const { [locale]: _gone, ...translations } = draft.translations
  return { ...draft, locales: draft.locales.filter(one => one !== locale), translations }
}

/** Says one text in one language; an empty one is not said. */
export function translate<D extends Questionnaire>(draft: D, locale: string, texts: Readonly<Record<string, string>>): D {
  const all = { ...draft.translations[locale], ...texts }
  const said = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
  return { ...draft, translations: { ...draft.translations, [locale]: said } }
}

/** The statement one begins with about a question: that is was answered low, or with its first option. */
export function defaultAnswerTest(question: Question): AnswerTest {
  const at = { question: question.id, ...(question.kind === 'matrix' && question.rows?.[0] && { row: question.rows[0].id }) }
  const scale = question.scale ?? usualScale[question.kind]
  const option = question.options?.[0]?.id
  if (option !== undefined) return question.kind === 'choices' ? { ...at, includes: option } : { ...at, equals: option }
  if (scale && isScaled(question.kind)) return { ...at, atMost: Math.floor((scale.min + scale.max) / 2) }
  return { ...at, answered: true }
}

/** With another logo or colour; undefined takes it away. */
export function changeBrand<D extends Questionnaire>(
  draft: D,
  change: { logo?: string | undefined; colour?: string | undefined },
): D {
  const brand = Object.entries({ ...draft.brand, ...change }).filter(([, value]) => value !== undefined)
  return { ...draft, brand: Object.fromEntries(brand) }
}
