import { daysBetween, mondayOf } from '../people/period.ts'
import type { Reading } from '../comments/reading.ts'
import type { Answers } from '../surveys/answerCondition.ts'
import { ownEntry } from '../surveys/answerCondition.ts'
import { type SeriesSubject, type SeriesTest, signsOf, type TrendTest, type When } from './condition.ts'
import { evaluate, type RuleFacts, isLasting, withoutUnit } from './evaluate.ts'
import type { DayPoints, Drift } from './drift.ts'

/** A response of the past, as a rule would have seen it. */
export interface PastResponse {
  id: string
  /** The organisation's own day. */
  day: string
  person: string | null
  account: string | null
  unit: string | null
  answers: Answers
  segments: Readonly<Record<string, string>>
  locale: string | null
  readings: ReadonlyMap<string, Reading>
}

/** A lasting state is told once; how long until somebody would have closed that alert is not known, so a week is taken. */
export const CLOSED_AFTER_DAYS = 7

const KEPT_DAYS = 180

interface DriftJudge {
  /** Which units' drifts stand out among all, of the days so far. */
  (test: TrendTest, byUnit: ReadonlyMap<string, readonly DayPoints[]>): ReadonlyMap<string, Drift>
}

/**
 * A rule going through the past: give it responses in the order in which they came, and it says of each whether the rule would have raised
 * an alert, and whether so without what its unit answered before. Keeps the last values of every subject and the last half year of days of every unit, nothing else.
 */
export function createRuleReplayer(
  when: When,
  points: (question: string, value: number) => number,
  judge: DriftJudge,
): (past: PastResponse) => { alone: boolean } | null {
  const signs = signsOf(when)
  const series = signs.flatMap(sign => ('series' in sign ? [sign.series] : []))
  const trends = signs.flatMap(sign => ('trend' in sign ? [sign.trend] : []))
  const per: SeriesSubject = trends.length > 0 ? 'unit' : (series[0]?.per ?? 'person')
  const values = new Map<string, number[]>()
  const days = new Map(trends.map(test => [test.question, new Map<string, DayPoints[]>()]))
  const told = new Map<string, string>()
  let standing = new Map<TrendTest, ReadonlyMap<string, Drift>>()
  let today = ''

  const remember = (past: PastResponse) => {
    for (const test of series) push(values, keyOf(test, past), ownEntry(past.answers, test.question), test.of)
    for (const [question, byUnit] of days) {
      const value = ownEntry(past.answers, question)
      if (past.unit && typeof value === 'number') addDay(byUnit, past.unit, past.day, points(question, value))
    }
  }

  return past => {
    // Drifts are judged when a day is over: within one, little changes.
    if (past.day !== today && trends.length > 0)
      standing = new Map(trends.map(test => [test, judge(test, days.get(test.question)!)]))
    today = past.day
    remember(past)
    const facts: RuleFacts = {
      answers: past.answers,
      readings: past.readings,
      series: test => values.get(keyOf(test, past) ?? '') ?? null,
      drift: test => (past.unit && standing.get(test)?.get(past.unit)) || null,
    }
    const reasons = evaluate(when, facts)
    if (!reasons) return null
    const fired = { alone: evaluate(when, withoutUnit(facts)) !== null }
    if (!isLasting(reasons)) return fired
    const subject = past[per] ?? past.id
    const last = told.get(subject)
    const rests = reasons.some(reason => 'drift' in reason) ? 28 : CLOSED_AFTER_DAYS
    if (last && daysBetween(last, past.day) < rests) return null
    told.set(subject, past.day)
    return fired
  }
}

const keyOf = ({ question, per }: SeriesTest, past: PastResponse): string | null => past[per] && `${per} ${question} ${past[per]}`

function push(values: Map<string, number[]>, key: string | null, value: unknown, most: number): void {
  if (key === null || typeof value !== 'number') return
  const known = values.get(key)
  if (!known) values.set(key, [value])
  else {
    known.unshift(value)
    if (known.length > most) known.length = most
  }
}

function addDay(byUnit: Map<string, DayPoints[]>, unit: string, at: string, point: number): void {
  const known = byUnit.get(unit) ?? []
  byUnit.set(unit, known)
  const last = known.at(-1)
  if (last?.at === at) {
    last.n++
    last.sum += point
    last.squares += point * point
  } else {
    known.push({ at, n: 1, sum: point, squares: point * point })
    while (daysBetween(known[0]!.at, at) > KEPT_DAYS) known.shift()
  }
}

/** One of the responses that routing cannot tell apart: same unit, account, segments and language. */
type RoutingGroup = Pick<PastResponse, 'unit' | 'person' | 'segments' | 'locale'>

/** What a replay found so far. */
export interface RuleReplayTally {
  alerts: number
  /** By Monday of the week. */
  weeks: Map<string, number>
  /** By unit, account, segments and language: who would own them is found afterwards. */
  grounds: Map<string, RoutingGroup & { n: number; responses: string[] }>
  /** The newest of them. */
  examples: string[]
}

export const emptyTally = (): RuleReplayTally => ({ alerts: 0, weeks: new Map(), grounds: new Map(), examples: [] })

const EXAMPLES = 10
/** Of one ground so many responses are looked up by themselves; the others go as their owner’s alerts go. */
const KNOWN_EACH = 2_000

export function addToTally(tally: RuleReplayTally, past: Omit<PastResponse, 'answers' | 'readings'>): void {
  tally.alerts++
  const week = mondayOf(past.day)
  tally.weeks.set(week, (tally.weeks.get(week) ?? 0) + 1)
  const key = `${past.unit ?? ''} ${past.account ?? ''} ${past.locale ?? ''} ${JSON.stringify(past.segments)}`
  const ground = tally.grounds.get(key) ?? {
    unit: past.unit,
    person: past.person,
    segments: past.segments,
    locale: past.locale,
    n: 0,
    responses: [],
  }
  ground.n++
  if (ground.responses.length < KNOWN_EACH) ground.responses.push(past.id)
  tally.grounds.set(key, ground)
  tally.examples.unshift(past.id)
  if (tally.examples.length > EXAMPLES) tally.examples.length = EXAMPLES
}
