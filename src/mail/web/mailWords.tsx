import { msg, t } from '../../kit/i18n.ts'
import { State } from '../../kit/web/ui/State.tsx'
import { moment } from '../../kit/words.ts'
import type { MailState } from '../contract.ts'

const words: Record<MailState, [sign: Parameters<typeof State>[0]['kind'], word: string]> = {
  waiting: ['running', msg('waits')],
  sending: ['running', msg('is being sent')],
  handing: ['running', msg('is being sent')],
  sent: ['kept', msg('sent')],
  kept: ['paused', msg('kept')],
  failed: ['failed', msg('not delivered')],
  unsure: ['soon', msg('unsure')],
  cancelled: ['idle', msg('called off')],
}

export const MailStateMark = ({ state }: { state: MailState }) => <State kind={words[state][0]}>{t(words[state][1])}</State>

export const stateWord = (state: MailState): string => t(words[state][1])

/** A moment as near as it is, from now. */
export const when = (at: string): string => moment(at, Date.now())
