// @words everybody
import { t as active, type Translate } from '../kit/i18n.ts'
import type { CauseRow } from './causeTable.ts'
import type { Summary, UnitRow } from './contract.ts'
import { scoreChangeWords, headlineWords, metricSubject } from '../metrics/metricWords.ts'

type NamedCause = Pick<CauseRow, 'id' | 'cause' | 'n' | 'impact'>

/** One part of the sentence on top of the page; the strong ones open what they speak of. */
export interface FindingPart {
  words: string
  unit?: string
  cause?: string
}

type FindingSummary = Pick<Summary, 'metric' | 'score' | 'change' | 'units' | 'compared'>

/**
 * What the page has found, in a few sentences: where it got worse, how the score stands, which cause costs most.
 * It never claims more than the intervals allow.
 */
export function findingOf(told: FindingSummary, causes: readonly NamedCause[], t: Translate = active): FindingPart[] {
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
  const stands = { words: standing(told, headlineWords(score.score, score.unit, t), t) }
  const { fell, rose } = moved(told)
  if (fell) return [fallen(fell, score.unit, t), stands, ...costly(causes, t)]
  return [stands, ...(rose ? [risen(rose, score.unit, t)] : []), ...costly(causes, t)]
}

function standing({ metric, change, compared }: FindingSummary, value: string, t: Translate): string {
  const name = metricSubject(metric, t)
  if (!compared) return t('{name} stands at {value}.', { name, value })
  if (!change) return t('{name} stands at {value}; before, too few answered to compare.', { name, value })
  if (change.verdict === 'even') return t('{name} stands at {value}; against before it is too close to call.', { name, value })
  return change.verdict === 'up'
    ? t('{name} rose to {value}, and that is not chance.', { name, value })
    : t('{name} fell to {value}, and that is not chance.', { name, value })
}

type ChangedUnit = UnitRow & { change: NonNullable<UnitRow['change']> }

/** The units that fell and rose furthest beyond chance. */
function moved({ units }: FindingSummary): { fell: ChangedUnit | undefined; rose: ChangedUnit | undefined } {
  const sure = units
    .filter((row): row is ChangedUnit => row.change !== null && row.change.verdict !== 'even')
    .sort((a, b) => a.change.difference - b.change.difference)
  const [first, last] = [sure[0], sure.at(-1)]
  return {
    fell: first && first.change.difference < 0 ? first : undefined,
    rose: last && last.change.difference > 0 ? last : undefined,
  }
}

const byWords = ({ change }: ChangedUnit, unit: string, t: Translate): string =>
  scoreChangeWords(Math.abs(change.difference), unit, t).replace('+', '')

const fallen = (row: ChangedUnit, unit: string, t: Translate): FindingPart => ({
  words: t('{unit} fell by {by}, and that is not chance.', { unit: row.name, by: byWords(row, unit, t) }),
  unit: row.id,
})

const risen = (row: ChangedUnit, unit: string, t: Translate): FindingPart => ({
  words: t('{unit} rose by {by}.', { unit: row.name, by: byWords(row, unit, t) }),
  unit: row.id,
})

/** The costliest cause, where it costs more than chance; else the most frequent one. */
function costly(causes: readonly NamedCause[], t: Translate): FindingPart[] {
  const dear = causes.find(({ impact }) => impact !== null && impact.interval.high < 0)
  if (dear) return [{ words: t('“{cause}” costs most.', { cause: dear.cause }), cause: dear.id }]
  const [most] = [...causes].sort((a, b) => b.n - a.n)
  return most ? [{ words: t('“{cause}” is named most often.', { cause: most.cause }), cause: most.id }] : []
}
