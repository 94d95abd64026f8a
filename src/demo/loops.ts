import type { AlertKind } from '../rules/alertKind.ts'
import { causesOf, praises } from './causes.ts'
import { regionOf } from './company.ts'
import type { PastAnswer } from './pastAnswer.ts'
import { thanksNotes } from './practices.ts'
import type { Random } from '../kit/random.ts'
import { callNotes, handOvers, mailNotes, triedNotes } from './sayings/sayingsEmployees.ts'

type What =
  | { kind: 'acknowledge' }
  | { kind: 'contact'; how: string; note: string; reached: boolean }
  | { kind: 'causes'; names: string[] }
  | { kind: 'resolve'; outcome: string; note?: string }
  | { kind: 'reopen'; reason: string }
  | { kind: 'hand-over'; reason: string }
  | { kind: 'confirm' }
  | { kind: 'thank'; message: string }
  | { kind: 'share' }

/** Something that a colleague did with an alert, so many minutes before the demo was made (below 0: not yet). */
export type LoopStep = What & { minutesAgo: number }

interface Case {
  kind: AlertKind
  answer: PastAnswer
  /** It belongs to the demo's user: nobody works it for them while it is fresh. */
  ownsItself: boolean
}

const HOUR = 60
const DAY = 24 * HOUR
export const FRESH = 6 * DAY

// Northmoor has too few people since its main burst.
const slowIn = (unit: string): number => (regionOf.get(unit) === 'northmoor' ? 0.35 : 0.1)

/** How colleagues worked an alert: quickly most of the time, slowly now and then, some not to the end. */
export function loopOf({ kind, answer, ownsItself }: Case, random: Random): LoopStep[] {
  let at = answer.minutesAgo
  const slow = random.chance(slowIn(answer.unit)) ? 4 : 1
  const steps: LoopStep[] = []
  const after = (low: number, high: number, what: What) => {
    at -= Math.floor((low + random.next() * (high - low)) * slow)
    steps.push({ ...what, minutesAgo: at })
  }
  if (ownsItself && answer.minutesAgo < FRESH) return begun(after, steps, random)
  if (kind === 'excellence') return praised(after, steps, random)
  // The youngest of the bad ones wait for the demo's user, because somebody handed them over.
  if (!ownsItself && answer.minutesAgo < FRESH && random.chance(0.45)) {
    after(30, 12 * HOUR, { kind: 'hand-over', reason: random.pick(handOvers) })
    return begun(after, steps, random)
  }
  after(20, 14 * HOUR, { kind: 'acknowledge' })
  if (random.chance(0.25)) after(HOUR, 5 * HOUR, { kind: 'contact', how: 'call', note: random.pick(triedNotes), reached: false })
  spoken(after, random)
  after(5, HOUR, { kind: 'causes', names: named(answer, random) })
  if (random.chance(0.03)) return steps
  after(2 * HOUR, 4 * DAY, { kind: 'resolve', ...ending(random) })
  if (random.chance(0.06)) {
    after(DAY, 3 * DAY, { kind: 'reopen', reason: 'The customer wrote again: it is not settled.' })
    spoken(after, random)
    after(2 * HOUR, 3 * DAY, { kind: 'resolve', outcome: 'put-right' })
  }
  if (random.chance(0.35)) after(6 * HOUR, 4 * DAY, { kind: 'confirm' })
  return steps
}

/** What the demo's user has done with a fresh one: nothing yet, taken it, or spoken with the customer. */
function begun(after: AddStep, steps: LoopStep[], random: Random): LoopStep[] {
  if (random.chance(0.5)) return steps
  after(HOUR, 10 * HOUR, { kind: 'acknowledge' })
  if (random.chance(0.5)) spoken(after, random)
  return steps
}

type AddStep = (low: number, high: number, what: What) => void

function praised(after: AddStep, steps: LoopStep[], random: Random): LoopStep[] {
  after(HOUR, 2 * DAY, { kind: 'acknowledge' })
  after(10, 5 * HOUR, { kind: 'causes', names: [random.pick(praises)] })
  after(5, 3 * HOUR, { kind: 'thank', message: random.pick(thanksNotes) })
  const isShared = random.chance(0.3)
  if (isShared) after(5, HOUR, { kind: 'share' })
  after(HOUR, 3 * DAY, { kind: 'resolve', outcome: isShared ? 'shared' : 'thanked' })
  return steps
}

function spoken(after: AddStep, random: Random): void {
  const mail = random.chance(0.2)
  after(HOUR, 26 * HOUR, {
    kind: 'contact',
    how: mail ? 'mail' : random.chance(0.1) ? 'meeting' : 'call',
    note: random.pick(mail ? mailNotes : callNotes),
    reached: true,
  })
}

function named({ theme }: PastAnswer, random: Random): string[] {
  const main = random.pick(causesOf(theme))
  const other = random.pick(causesOf(random.chance(0.5) ? 'information' : theme))
  return random.chance(0.25) ? [...new Set([main, other])] : [main]
}

function ending(random: Random): { outcome: string; note?: string } {
  const outcome = random.pick(['put-right', 'put-right', 'put-right', 'explained', 'explained', 'goodwill', 'could-not-help'])
  return random.chance(0.4) ? { outcome, note: 'Agreed with the customer on the phone.' } : { outcome }
}
