import { t } from '../../../kit/i18n.ts'
import { headlineWords, metricShort } from '../../../metrics/metricWords.ts'
import { usualMetric } from '../../../metrics/computeMetric.ts'
import { percent, plusMinus } from '../../../kit/words.ts'
import type { QuestionKind } from '../../../surveys/question.ts'
import { type QuestionResult, type Results, scoreIn } from '../questionResults.ts'

/** One sentence of the finding; a strong one leads to its question. */
export interface FindingSentence {
  words: string
  question?: string
}

/** What the page has found: how the score stands, what was chosen most, how many of those invited answered. Never more than the intervals allow. */
export function findingSentencesOf({ questions, responseRate }: Results): FindingSentence[] {
  const scored = questions.find(question => scoreIn(question.metric))
  const chosen = questions.find(question => (question.options?.length ?? 0) > 1 && question.n > 0)
  const invited = scoreIn(responseRate?.rate)
  return [
    ...(scored ? [standing(scored)] : []),
    ...(chosen ? mostChosen(chosen) : []),
    ...(invited ? [{ words: t('{share} of those invited answered.', { share: percent(invited.score) }) }] : []),
  ]
}

function standing(question: QuestionResult): FindingSentence {
  const { score, interval, unit, n } = scoreIn(question.metric)!
  const metric = usualMetric({ kind: question.kind as QuestionKind })!
  const name = question.kind === 'rating' ? t('“{question}”', { question: question.prompt }) : metricShort(metric)
  const value =
    unit === 'percent' ? headlineWords(score, unit) : plusMinus(score, interval.low, interval.high, unit === 'scale' ? 2 : 0)
  return {
    words: t('{name} stands at {value}, from {n, plural, one {# answer} other {# answers}}.', { name, value, n }),
    question: question.id,
  }
}

/** The option most often chosen: sure only where its interval lies above the next one's. */
function mostChosen({ id, options = [] }: QuestionResult): FindingSentence[] {
  const [first, second] = options
    .flatMap(option => {
      const share = scoreIn(option.share)
      return share ? [{ label: option.label, ...share }] : []
    })
    .sort((a, b) => b.score - a.score)
  if (!first || first.score === 0) return []
  const share = percent(first.score)
  if (!second || first.interval.low > second.interval.high)
    return [{ words: t('“{option}” is chosen most, by {share}.', { option: first.label, share }), question: id }]
  return [
    {
      words: t('“{option}” and “{other}” are chosen most; which of them is too close to call.', {
        option: first.label,
        other: second.label,
      }),
      question: id,
    },
  ]
}
