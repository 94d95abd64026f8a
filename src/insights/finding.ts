import { t as active, type Translate } from '../kit/i18n.ts'
import type { CauseRow } from './causeTable.ts'
import type { Summary, UnitRow } from './contract.ts'
import { changeWords, headlineWords, metricSubject } from '../responses/metricWords.ts'

type Named = Pick<CauseRow, 'id' | 'cause' | 'n' | 'impact'>

/** One part of the sentence on top of the page; the strong ones open what they speak of. */
export interface Part {
  words: string
  unit?: string
  cause?: string
}

type Told = Pick<Summary, 'metric' | 'score' | 'change' | 'units' | 'compared'>

/**
 * What the page has found, in one or two sentences: how the score stands, which unit moved beyond chance, which cause costs most.
 * It never claims more than the intervals allow.
 */
export function findingOf(told: Told, causes: readonly Named[], t: Translate = active): Part[] {
  const { score } = told
  if (score.kind === 'none') return [{ words: t('Nobody has answered in this time.') }]
  if (score.kind === 'suppressed') {
    return [
      {
        words: t('Too few answers to show a number without showing who gave them: {needed} are needed.', {
          needed: score.needed,
        }),
      },
    ]
  }
  return [
    { words: standing(told, headlineWords(score.score, score.unit, t), t) },
    ...moved(told, score.unit, t),
    ...costly(causes, t),
  ]
}

function standing({ metric, change, compared }: Told, value: string, t: Translate): string {
  const name = metricSubject(metric, t)
  if (!compared) return t('{name} stands at {value}.', { name, value })
  if (!change) return t('{name} stands at {value}; before, too few answered to compare.', { name, value })
  if (change.verdict === 'even') return t('{name} stands at {value}; against before it is too close to call.', { name, value })
  return change.verdict === 'up'
    ? t('{name} rose to {value}, and that is not chance.', { name, value })
    : t('{name} fell to {value}, and that is not chance.', { name, value })
}

/** The unit that moved furthest beyond chance. */
function moved({ units }: Told, unit: string, t: Translate): Part[] {
  const sure = units.filter(
    (row): row is UnitRow & { change: NonNullable<UnitRow['change']> } => row.change !== null && row.change.verdict !== 'even',
  )
  const [first] = sure.sort((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference))
  if (!first) return []
  const by = changeWords(Math.abs(first.change.difference), unit, t).replace('+', '')
  const words =
    first.change.difference < 0
      ? t('{unit} fell by {by}.', { unit: first.name, by })
      : t('{unit} rose by {by}.', { unit: first.name, by })
  return [{ words, unit: first.id }]
}

/** The costliest cause, where it costs more than chance; else the most frequent one. */
function costly(causes: readonly Named[], t: Translate): Part[] {
  const dear = causes.find(({ impact }) => impact !== null && impact.interval.high < 0)
  if (dear) return [{ words: t('“{cause}” costs most.', { cause: dear.cause }), cause: dear.id }]
  const [most] = [...causes].sort((a, b) => b.n - a.n)
  return most ? [{ words: t('“{cause}” is named most often.', { cause: most.cause }), cause: most.id }] : []
}
