// @words colleagues
import { t as active, type Translate } from '../kit/i18n.ts'
import { span } from '../kit/words.ts'

const hour = 3_600_000

/** Working time: “42 s”, “50 min”, “2 h 50 min”, “24 h”. Never days: a working day is not 24 hours long. */
export function workedTime(milliseconds: number, t: Translate = active): string {
  if (milliseconds < 60_000) return t('{seconds} s', { seconds: Math.floor(milliseconds / 1000) })
  const hours = Math.floor(milliseconds / hour)
  if (hours < 24) return span(milliseconds, t)
  const minutes = Math.floor((milliseconds % hour) / 60_000)
  return minutes === 0 ? t('{hours} h', { hours }) : t('{hours} h {minutes} min', { hours, minutes })
}
