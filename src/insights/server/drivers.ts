import type { Tx } from '../../kit/server/db.ts'
import { isScored, type Question, scaleOf } from '../../surveys/question.ts'
import type { DriverTable } from '../contract.ts'
import { driversOf, MOST_DRIVERS } from '../../metrics/drivers.ts'
import { scopeOf } from './causes.ts'
import { type MeasureRef, MOST_SAMPLED, sampleAnswers } from './driverStore.ts'
import { type Selection, selectAnswers } from './selection.ts'
import type { InsightQuery } from './insightQuery.ts'

/** Fewer answers than this tell drivers apart only by chance. */
const LEAST_ANSWERS = 30

interface Candidate extends MeasureRef {
  label: string
}

interface Complete {
  id: string
  numbers: number[]
}

/** What moves the score among everything else that the survey rates. */
export async function driversFor(tx: Tx, asked: InsightQuery): Promise<DriverTable> {
  const look = await selectAnswers(tx, asked)
  const { others, kept, complete } = look.hidden ? unmeasured : await measuredIn(tx, look)
  const told = complete.length < LEAST_ANSWERS ? null : driversOf(complete.map(({ numbers }) => numbers))
  return {
    sampled: MOST_SAMPLED,
    measures: others.length,
    n: complete.length,
    needed: LEAST_ANSWERS,
    r2: told && told.r2,
    left: others.filter((_, i) => !kept.includes(i)).map(({ label }) => label),
    drivers: (told?.drivers ?? []).map(({ index, share, interval, sign }) => {
      const { question, item, label } = others[kept[index]!]!
      return { question, item, label, share, interval, rises: sign > 0 }
    }),
  }
}

const unmeasured = { others: [], kept: [], complete: [] }

/** The responses that tell it: those that rated all of the measures. */
export const driversDrillDown = async (tx: Tx, look: Selection): Promise<string[]> =>
  (await measuredIn(tx, look)).complete.map(({ id }) => id)

/** The other measures, which of them enough people rated, and who rated all of these: the score first, then the measures kept. */
async function measuredIn(tx: Tx, look: Selection): Promise<{ others: Candidate[]; kept: number[]; complete: Complete[] }> {
  const others = look.survey.questions.flatMap(candidatesOf).filter(({ question }) => question !== look.question.id)
  if (others.length === 0) return { others, kept: [], complete: [] }
  const rows = await sampleAnswers(tx, scopeOf(look), [{ question: look.question.id, item: '' }, ...others])
  const kept = answeredMost(
    rows.map(({ numbers }) => numbers),
    others.length,
  )
  const complete = rows.flatMap(({ id, numbers }) => {
    const rated = [numbers[0]!, ...kept.map(i => numbers[i + 1]!)]
    return kept.length > 0 && rated.every(value => value !== null) ? [{ id, numbers: rated }] : []
  })
  return { others, kept, complete }
}

function candidatesOf(question: Question): Candidate[] {
  if (isScored(question)) return [{ question: question.id, item: '', label: question.prompt || question.id }]
  if (question.kind !== 'matrix' || !scaleOf(question)) return []
  return (question.rows ?? []).map(row => ({ question: question.id, item: row.id, label: row.label }))
}

/**
 * Measures that at least half as many answered as the most answered one, twelve at most: whoever left one out counts for none of them,
 * and rarer ones would cost too many answers.
 */
function answeredMost(rows: readonly (readonly (number | null)[])[], measures: number): number[] {
  const counts = Array.from({ length: measures }, (_, i) => ({ i, n: rows.filter(row => row[i + 1] !== null).length }))
  const most = Math.max(...counts.map(({ n }) => n))
  return counts
    .filter(({ n }) => n >= LEAST_ANSWERS && 2 * n >= most)
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .slice(0, MOST_DRIVERS)
    .map(({ i }) => i)
}
