import { defineManyPort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { LadderRecipient, StepKind } from '../policy.ts'
import type { ClockSubject } from './clockStore.ts'

/** A reminder, warning, breach or escalation that is due: told exactly once, in the transaction that marks it as fired. */
export interface FiredStep {
  subject: ClockSubject
  /** The promise: `acknowledge`, `contact`, … */
  target: string
  kind: StepKind
  /** `warning`, `breach`, `ladder.0` …: what a message about it can be keyed by, with `clockId` and `round`. */
  step: string
  clockId: string
  round: number
  notify: LadderRecipient
  /** When the step itself was due. */
  at: Date
  /** When the promise is due, or was broken. */
  dueAt: Date | null
  /** Why, in words (English: for the record; ask clocksOf for a reader's own language). */
  explanation: string
}

/** What acts on fired steps of its subjects: rooms below fill it. */
export interface StepWatcher {
  subjectType: string
  /**
   * Takes the subjects of clocks that the sweep has taken, without waiting (`for update skip locked`). Returns those it got: what somebody
   * else has in hand is tried again in a moment.
   */
  lock(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlySet<string>>
  /** In the order in which they were due; many at once where much is due. */
  fired(tx: Tx, steps: readonly FiredStep[]): Promise<void>
  /** Their promises are due at other times, because a calendar or a policy was edited. */
  replanned?(tx: Tx, subjectIds: readonly string[]): Promise<void>
}

/** What acts on the steps of promises (warning, breach, reminder, escalation): the rooms whose subjects have promises. */
export const stepWatchers = defineManyPort<StepWatcher>('stepWatchers')
