// @words colleagues
import { t } from '../kit/i18n.ts'
import { isScored, type Question, scaleOf } from '../surveys/question.ts'
import type { AlertKind } from './alertKind.ts'
import type { ScoreBound, RuleCondition, SeveralTest, Sign, When } from './condition.ts'
import { proposedAnswerTest } from './ruleDraft.ts'

/** What can be looked at, as people choose it. */
export const signKinds = ['answer', 'series', 'several', 'comment', 'trend', 'silence'] as const
export type SignKind = (typeof signKinds)[number]

/** The survey that a rule watches, as far as a rule must know it. */
export interface WatchedSurvey {
  questions: readonly Question[]
  anonymous: boolean
  locales: readonly string[]
}

export function kindOf(sign: Sign): SignKind {
  return signKinds.find(kind => kind in sign) ?? 'answer'
}

export function kindWords(kind: SignKind): { label: string; detail: string } {
  switch (kind) {
    case 'answer':
      return { label: t('An answer'), detail: t('What a customer answers to one question.') }
    case 'series':
      return {
        label: t('A series of answers'),
        detail: t('So many of the last answers of one customer, account or unit. One alert until it is closed.'),
      }
    case 'several':
      return { label: t('Several questions at once'), detail: t('So many questions of one answer are low, or high.') }
    case 'comment':
      return {
        label: t('What a comment says'),
        detail: t(
          'That it is negative, its theme, a phrase, a threat to leave, a wish to be called. On its own or joined to a score.',
        ),
      }
    case 'trend':
      return {
        label: t('A drift of a unit'),
        detail: t('The answers of a unit fall or rise and stay there, beyond chance. One alert until it is closed.'),
      }
    case 'silence':
      return {
        label: t('Silence'),
        detail: t('A contact has not answered for so long. Looked for once a day; it stands on its own.'),
      }
  }
}

/** Why the survey cannot be asked for this. */
export function whyNotKind(kind: SignKind, { questions, anonymous }: WatchedSurvey): string | undefined {
  const scored = questions.filter(isScored).length
  if (kind === 'silence') return anonymous ? t('An anonymous survey does not know who has not answered.') : undefined
  if (kind === 'answer') return questions.length === 0 ? t('This survey has no question to ask about.') : undefined
  if (kind === 'comment') return questions.some(({ kind }) => kind === 'text') ? undefined : t('This survey asks for no words.')
  if (kind === 'several') return scored < 2 ? t('This survey has fewer than two questions with a scale.') : undefined
  return scored === 0 ? t('This survey asks nothing on a scale.') : undefined
}

/** Where building begins, once it is chosen what is looked at. */
export function firstSign(kind: SignKind, { questions, anonymous }: WatchedSurvey, alert: AlertKind): Sign {
  const scored = questions.filter(isScored)
  const first = scored[0] ?? questions[0]
  if (kind === 'comment') return { comment: { negative: alert === 'recovery' } }
  if (kind === 'silence' || !first) return { silence: { days: 90 } }
  const question = first.id
  if (kind === 'answer') return proposedAnswerTest(first, alert)
  if (kind === 'trend') return { trend: { question, direction: alert === 'recovery' ? 'falling' : 'rising', minimum: 30 } }
  if (kind === 'several') return { several: firstSeveral(scored.slice(0, 2), alert) }
  return { series: { question, ...scaledBound(first, alert), count: 3, of: 3, per: anonymous ? 'unit' : 'person' } }
}

// The shortest scale tells the bound: its values lie on the others too.
function firstSeveral(asked: readonly Question[], alert: AlertKind): SeveralTest {
  const shortest = asked.reduce((a, b) => (scaleOf(b)!.max < scaleOf(a)!.max ? b : a))
  return { questions: asked.map(({ id }) => id), ...scaledBound(shortest, alert), count: asked.length }
}

/** The bound drawn in to the values that there are. */
export function clampBound({ atMost, atLeast }: ScoreBound, values: readonly number[]): ScoreBound {
  const drawn = (value: number) => Math.max(values[0] ?? value, Math.min(values.at(-1) ?? value, value))
  return { ...(atMost !== undefined && { atMost: drawn(atMost) }), ...(atLeast !== undefined && { atLeast: drawn(atLeast) }) }
}

/** The bound that is meant unless told, without the question it belongs to. */
export function scaledBound(question: Question, alert: AlertKind): ScoreBound {
  const leaf = proposedAnswerTest(question, alert)
  if ('atMost' in leaf) return { atMost: leaf.atMost }
  return 'atLeast' in leaf ? { atLeast: leaf.atLeast } : { atMost: 0 }
}

/** The values that all of these questions can have. */
export function sharedValues(questions: readonly Question[]): number[] {
  const scales = questions.flatMap(question => scaleOf(question) ?? [])
  const [min, max] = [Math.max(...scales.map(({ min }) => min)), Math.min(...scales.map(({ max }) => max))]
  return scales.length === 0 || max < min ? [] : Array.from({ length: max - min + 1 }, (_, i) => min + i)
}

/** A condition without the “not” around it: twice not is not at all. */
export function unwrapped(condition: RuleCondition): { not: boolean; inner: Sign | When } {
  if (!('not' in condition)) return { not: false, inner: condition }
  const { not, inner } = unwrapped(condition.not)
  return { not: !not, inner }
}

export const isGroup = (inner: Sign | When): inner is When => 'all' in inner || 'any' in inner

/** What is still to be said before a sign means something. */
export function whyIncomplete(sign: Sign): string | undefined {
  if ('comment' in sign) {
    const { negative, themes, phrases, leaving, call } = sign.comment
    return [negative, themes, phrases, leaving, call].every(said => said === undefined)
      ? t('Choose what the comment must say.')
      : undefined
  }
  if ('several' in sign && sign.several.questions.length < 2) return t('Choose at least two questions.')
  return undefined
}
