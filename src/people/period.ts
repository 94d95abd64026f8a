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
/** The Monday of the week that a day lies in. */
export const mondayOf = (day: string): string => plusDays(day, -weekdayOf(day))
/** From the first to the second; the next day is 1 away. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayLength)
export const lengthOf = ({ from, to }: Period): number => daysBetween(from, to) + 1
