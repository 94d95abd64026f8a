// @words colleagues
import { t as active, type Translate } from '../kit/i18n.ts'
import { isScored, type AnswerOption, type Question, scaleOf } from './question.ts'
import type { Questionnaire } from './questionnaire.ts'
import { textsOf } from './translation.ts'

/**
 * breaks: numbers before and after must not be drawn as one line. careful: they may, but the reader should know. harmless: nothing moves.
 */
export type Effect = 'breaks' | 'careful' | 'harmless'

export interface QuestionnaireChange {
  /** The question it is about; undefined for the questionnaire as a whole. */
  question?: string
  words: string
  effect: Effect
}

/** What a draft changes against the published version, in words, the weightiest first. Questions are the same when their ids are. */
export function questionnaireChanges(
  published: Questionnaire,
  draft: Questionnaire,
  t: Translate = active,
): QuestionnaireChange[] {
  const before = new Map(published.questions.map(question => [question.id, question]))
  const after = new Map(draft.questions.map(question => [question.id, question]))
  const changes = [
    ...published.questions.filter(({ id }) => !after.has(id)).map(question => removed(question, t)),
    ...draft.questions.filter(({ id }) => !before.has(id)).map(question => added(question, t)),
    ...draft.questions.flatMap(question => (before.has(question.id) ? changed(before.get(question.id)!, question, t) : [])),
    ...moved(published.questions, draft.questions, t),
    ...whole(published, draft, t),
  ]
  const weight: Record<Effect, number> = { breaks: 0, careful: 1, harmless: 2 }
  return changes.sort((a, b) => weight[a.effect] - weight[b.effect])
}

/** Ids of questions whose numbers start anew with the draft. */
export const questionsBrokenBy = (changes: readonly QuestionnaireChange[]): string[] => [
  ...new Set(changes.flatMap(({ effect, question }) => (effect === 'breaks' && question !== undefined ? [question] : []))),
]

const removed = (question: Question, t: Translate): QuestionnaireChange => ({
  question: question.id,
  words: t('“{question}” is no longer asked.', { question: short(question) }),
  effect: isScored(question) ? 'breaks' : 'careful',
})

const added = (question: Question, t: Translate): QuestionnaireChange => ({
  question: question.id,
  words: t('“{question}” is new.', { question: short(question) }),
  effect: 'harmless',
})

function changed(before: Question, after: Question, t: Translate): QuestionnaireChange[] {
  const question = short(after)
  const say = (effect: Effect, words: string): QuestionnaireChange => ({ question: after.id, words, effect })
  if (before.kind !== after.kind) return [say('breaks', t('“{question}” is another kind of question.', { question }))]
  const [from, to] = [scaleOf(before), scaleOf(after)]
  const rule = JSON.stringify(before.showIf) !== JSON.stringify(after.showIf)
  return [
    from && to && (from.min !== to.min || from.max !== to.max)
      ? say(
          'breaks',
          t('“{question}” has another scale: {from} before, {to} now.', {
            question,
            from: `${from.min}–${from.max}`,
            to: `${to.min}–${to.max}`,
          }),
        )
      : undefined,
    before.prompt !== after.prompt
      ? say('careful', t('“{question}” is worded anew; it was “{before}”.', { question, before: short(before) }))
      : undefined,
    rule ? say('careful', t('“{question}” is asked under another condition.', { question })) : undefined,
    before.required !== after.required
      ? say(
          'careful',
          after.required ? t('“{question}” is now required.', { question }) : t('“{question}” may now be skipped.', { question }),
        )
      : undefined,
    JSON.stringify(from?.labels) !== JSON.stringify(to?.labels)
      ? say('careful', t('The scale of “{question}” has other words.', { question }))
      : undefined,
    before.hint !== after.hint ? say('harmless', t('The hint of “{question}” is another.', { question })) : undefined,
    ...options(before.options, after.options, question, t).map(({ effect, words }) => say(effect, words)),
    ...options(before.rows, after.rows, question, t).map(({ effect, words }) => say(effect, words)),
  ].filter(change => change !== undefined)
}

function options(
  before: readonly AnswerOption[] = [],
  after: readonly AnswerOption[] = [],
  question: string,
  t: Translate,
): QuestionnaireChange[] {
  const old = new Map(before.map(option => [option.id, option.label]))
  const now = new Set(after.map(({ id }) => id))
  return [
    ...before
      .filter(({ id }) => !now.has(id))
      .map(({ label }) => ({
        effect: 'breaks' as const,
        words: t('“{question}” no longer offers “{option}”.', { question, option: label }),
      })),
    ...after
      .filter(({ id }) => !old.has(id))
      .map(({ label }) => ({
        effect: 'careful' as const,
        words: t('“{question}” now offers “{option}”.', { question, option: label }),
      })),
    ...after
      .filter(({ id, label }) => old.has(id) && old.get(id) !== label)
      .map(({ id, label }) => ({
        effect: 'careful' as const,
        words: t('“{question}”: “{before}” is now “{option}”.', { question, before: old.get(id)!, option: label }),
      })),
  ]
}

/** Order matters to respondents: what was asked before colours what comes after. */
function moved(before: readonly Question[], after: readonly Question[], t: Translate): QuestionnaireChange[] {
  const stays = new Set(after.map(({ id }) => id))
  const was = new Set(before.map(({ id }) => id))
  const old = before.filter(({ id }) => stays.has(id)).map(({ id }) => id)
  const now = after.filter(({ id }) => was.has(id)).map(({ id }) => id)
  return old.join('.') === now.join('.') ? [] : [{ words: t('The questions come in another order.'), effect: 'careful' }]
}

function whole(before: Questionnaire, after: Questionnaire, t: Translate): QuestionnaireChange[] {
  const gone = before.locales.filter(locale => !after.locales.includes(locale))
  const fresh = after.locales.filter(locale => !before.locales.includes(locale))
  const differs = (part: keyof Questionnaire) => JSON.stringify(before[part]) !== JSON.stringify(after[part])
  const texts = (one: Questionnaire) => JSON.stringify(textsOf({ ...one, questions: [] }))
  return [
    gone.length > 0
      ? { words: t('No longer offered in: {languages}.', { languages: gone.join(', ') }), effect: 'careful' as const }
      : undefined,
    fresh.length > 0
      ? { words: t('Now also in: {languages}.', { languages: fresh.join(', ') }), effect: 'harmless' as const }
      : undefined,
    before.anonymous !== after.anonymous
      ? {
          words: after.anonymous ? t('Answers are now anonymous.') : t('Answers are no longer anonymous.'),
          effect: 'careful' as const,
        }
      : undefined,
    differs('translations') ? { words: t('Translations have changed.'), effect: 'harmless' as const } : undefined,
    texts(before) !== texts(after) ? { words: t('Other words around the questions.'), effect: 'harmless' as const } : undefined,
    differs('brand') ? { words: t('Another colour or logo.'), effect: 'harmless' as const } : undefined,
    differs('closesAt') || differs('quota')
      ? { words: t('It closes at another time or number of answers.'), effect: 'harmless' as const }
      : undefined,
  ].filter(change => change !== undefined)
}

const short = ({ prompt, id }: Question): string =>
  prompt === '' ? id : prompt.length > 60 ? `${prompt.slice(0, 57).toWellFormed().trimEnd()}…` : prompt
