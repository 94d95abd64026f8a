import { t } from '../../../kit/i18n.ts'
import { days } from '../../../kit/words.ts'

export const periods = ['quarter', 'year', 'all', 'own'] as const
export type ReplayPeriod = (typeof periods)[number]

export interface Days {
  from: string
  to: string
}

// Nobody answered an online survey earlier.
const ever = '1990-01-01'

/** The days of a period that ends today. */
export function daysOf(period: Exclude<ReplayPeriod, 'own'>, now = new Date()): Days {
  const to = localDay(now)
  if (period === 'all') return { from: ever, to }
  const from = new Date(now)
  if (period === 'year') from.setFullYear(from.getFullYear() - 1)
  else from.setMonth(from.getMonth() - 3)
  return { from: localDay(from), to }
}

const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, '0')).join('-')

export const periodWords = (period: ReplayPeriod): string =>
  ({
    quarter: t('the last three months'),
    year: t('the last twelve months'),
    all: t('everything there is'),
    own: t('other days'),
  })[period]

export const daysWords = ({ from, to }: Days): string =>
  from === ever ? t('everything up to {day}', { day: days(to, to) }) : days(from, to)
