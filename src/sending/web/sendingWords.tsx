import { msg, t } from '../../kit/i18n.ts'
import { State } from '../../kit/web/ui/State.tsx'
import { dayAndClock, moment, shortDay } from '../../kit/words.ts'
import type { InvitationState, Schedule, SendRow } from '../sendingContract.ts'

type StateKind = Parameters<typeof State>[0]['kind']

const invitationWords: Record<InvitationState, [StateKind, string]> = {
  planned: ['running', msg('planned')],
  held: ['paused', msg('held back')],
  waiting: ['running', msg('in the outbox')],
  sent: ['running', msg('sent')],
  started: ['running', msg('started')],
  answered: ['kept', msg('answered')],
  bounced: ['failed', msg('came back')],
  failed: ['failed', msg('not delivered')],
  'opted-out': ['idle', msg('wants none')],
  cancelled: ['idle', msg('stopped')],
}

export const InvitationStatus = ({ state }: { state: InvitationState }) => (
  <State kind={invitationWords[state][0]}>{t(invitationWords[state][1])}</State>
)

export const invitationWord = (state: InvitationState): string => t(invitationWords[state][1])

const sendWords: Record<SendRow['state'], [StateKind, string]> = {
  scheduled: ['paused', msg('planned')],
  running: ['running', msg('running')],
  done: ['kept', msg('done')],
  cancelled: ['idle', msg('stopped')],
}

export const SendStatus = ({ state }: { state: SendRow['state'] }) => (
  <State kind={sendWords[state][0]}>{t(sendWords[state][1])}</State>
)

/** “every 2 weeks at 09:00” */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'now':
      return t('at once')
    case 'later':
      return t('on {when}', { when: dayAndClock(schedule.at) })
    case 'spread':
      return t('evenly spread until {when}', { when: dayAndClock(schedule.to) })
    case 'recurring':
      return everyWords(schedule)
  }
}

function everyWords({ every, unit, at }: Extract<Schedule, { kind: 'recurring' }>): string {
  if (unit === 'day') return t('{every, plural, one {every day} other {every # days}} at {at}', { every, at })
  if (unit === 'week') return t('{every, plural, one {every week} other {every # weeks}} at {at}', { every, at })
  return t('{every, plural, one {every month} other {every # months}} at {at}', { every, at })
}

/** A moment as near as it is, from now. */
export const timeFromNow = (at: string): string => moment(at, Date.now())

export const dayFromNow = (at: string): string => shortDay(at, Date.now())

export const todayText = (): string => new Date().toISOString().slice(0, 10)
