// @words colleagues
import { t } from '../kit/i18n.ts'
import { span } from '../kit/words.ts'
import type { AlertItem } from './contract.ts'
import type { PromiseName } from '../rules/promiseNames.ts'

export type AlertClock = AlertItem['clocks'][number]

export interface ClockLabel {
  sign: 'late' | 'soon' | 'running' | 'paused' | 'kept' | 'idle'
  words: string
}

const SOON = 15 * 60_000

/** A promise as people read it at a glance: “due in 40 min”, “12 min late”, “kept”. `open`: it is still to be kept. */
export function clockWords({ state, dueAt }: AlertClock, open: boolean, now: number): ClockLabel {
  const due = dueAt === null ? null : Date.parse(dueAt)
  if (state === 'met') return { sign: 'kept', words: t('kept') }
  if (state === 'idle') return { sign: 'idle', words: t('nobody knows who answered') }
  if (state === 'paused') return { sign: 'paused', words: t('rests') }
  if (state === 'breached' && !open) return { sign: 'late', words: t('kept too late') }
  if (due === null) return { sign: 'running', words: t('never due: the calendar does not open') }
  if (due <= now) return { sign: 'late', words: t('{span} late', { span: span(now - due) }) }
  return ahead(due - now, dueIn(due - now))
}

const nextWords: Record<PromiseName, (when: string) => string> = {
  acknowledge: span => t('acknowledge in {span}', { span }),
  contact: span => t('speak with them in {span}', { span }),
  resolve: span => t('resolve in {span}', { span }),
}

const ahead = (left: number, words: string): ClockLabel => ({ sign: left < SOON ? 'soon' : 'running', words })

const dueIn = (left: number): string => (left < 60_000 ? t('due this minute') : t('due in {span}', { span: span(left) }))

/** The promise that is due next; null where none is open. `brief`: without saying which, for lists. */
export function nextPromise(
  { clocks, dueAt }: Pick<AlertItem, 'clocks' | 'dueAt'>,
  now: number,
  brief = false,
): ClockLabel | null {
  const next = clocks.find(clock => clock.dueAt === dueAt && (clock.state === 'running' || clock.state === 'breached'))
  if (dueAt === null || !next) return null
  const due = Date.parse(dueAt)
  if (due <= now) return { sign: 'late', words: t('{span} late', { span: span(now - due) }) }
  return ahead(due - now, brief ? dueIn(due - now) : nextWords[next.target](span(due - now)))
}
