/** A range of business days, both included: `2026-01-01` … `2026-03-17`. */
export interface Period {
  from: string
  to: string
}

const dayLength = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const isoDayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
export const plusDays = (day: string, days: number): string => isoDayOf(at(day) + days * dayLength)
/** Monday is 0. */
export const weekdayOf = (day: string): number => (new Date(at(day)).getUTCDay() + 6) % 7
export const lengthOf = ({ from, to }: Period): number => Math.round((at(to) - at(from)) / dayLength) + 1
