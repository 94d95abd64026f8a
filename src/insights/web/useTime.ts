import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { insights } from './client.ts'
import { type Filters, queryOf } from './filters.ts'

const usual = '90'

/**
 * The time that is looked at. Where none was chosen, the last 90 days, if as many before them can be compared: whoever opens the page asks
 * whether it got better. Else all answers. Undefined while that is found out.
 */
export function useTime(filters: Filters): string | undefined {
  const isOpen = filters.time === '' && filters.survey !== ''
  const query = queryOf({ ...filters, time: usual, unit: '', segments: {} })
  const { data, isPending } = useQuery({
    ...insights.insightsSummary.query({ query }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  if (!isOpen) return filters.time
  if (isPending) return undefined
  return data?.change ? usual : 'all'
}
