import type { UnitRow } from './contract.ts'

/** Groups smaller than this are not named as best or lowest: one unhappy customer does not make a unit the worst. */
const SMALLEST = 5

export interface NamedUnit {
  id: string
  name: string
  score: number
  unit: string
  interval: { low: number; high: number }
}

/** The unit with the best and the one with the lowest score, where there are two of them to tell apart. */
export function bestAndWorst(units: readonly UnitRow[]): { best: NamedUnit | null; worst: NamedUnit | null } {
  const shown = units
    .flatMap(({ id, name, score, hidden }) =>
      score.kind === 'score' && hidden === null && score.n >= SMALLEST
        ? [{ id, name, score: score.score, unit: score.unit, interval: score.interval }]
        : [],
    )
    .sort((a, b) => b.score - a.score)
  const [best, worst] = [shown[0], shown.at(-1)]
  return best && worst && best.score > worst.score ? { best, worst } : { best: null, worst: null }
}
