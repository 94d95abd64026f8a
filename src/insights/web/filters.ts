import { t } from '../../kit/i18n.ts'
import { days } from '../../kit/words.ts'
import { metricNames, type MetricName } from '../../responses/measure.ts'
import { dayOf, plusDays } from '../period.ts'

/** The filters of the page, as they stand in its address. */
export const defaults = { survey: '', unit: '', time: 'all', from: '', to: '', question: '', metric: '' }
export type Filters = typeof defaults

const lengths: Record<string, number> = { '30': 30, '90': 90, '365': 365 }

/** What one may look at without choosing days. */
export const times = () => [
  { id: 'all', label: t('All answers') },
  { id: '30', label: t('Last 30 days') },
  { id: '90', label: t('Last 90 days') },
  { id: '365', label: t('Last 12 months') },
]

/** The filters as the API takes them. */
export function queryOf({ survey, unit, time, from, to, question, metric }: Filters, now = Date.now()) {
  const length = lengths[time]
  const period =
    time === 'days' ? { from, to } : length ? { from: plusDays(dayOf(now), 1 - length), to: '' } : { from: '', to: '' }
  return { survey, unit, question, ...period, metric: metricNames.find(name => name === metric) as MetricName | undefined }
}

export const timeWords = ({ time, from, to }: Filters): string =>
  time === 'days' && from && to ? days(from, to) : (times().find(({ id }) => id === time)?.label ?? t('All answers'))
