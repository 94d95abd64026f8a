import { responsesHref } from '../../responses/cutSearch.ts'
import type { Summary } from '../contract.ts'

type Looked = Pick<Summary, 'survey' | 'unit' | 'period' | 'compared' | 'segment'>

/** What the page looks at, as the lists of responses and alerts take it. */
const cutOf = ({ unit, period, compared, segment }: Looked): Record<string, string> => ({
  ...(compared && period),
  ...(unit && { unit: unit.id }),
  ...(segment && { [`segment.${segment.key}`]: segment.value }),
})

/** The responses behind a number of the page. */
export const answersHref = (
  looked: Looked,
  more: Record<string, string> = {},
  asked: Record<string, string | number> = {},
): string => responsesHref(looked.survey.id, { ...cutOf(looked), ...more }, asked)

/** The alerts behind a number of the page. */
export function alertsHref(looked: Looked, tab: string, more: Record<string, string> = {}): string {
  const { from, to, unit } = cutOf(looked)
  const set = Object.entries({ survey: looked.survey.id, from, to, unit, ...more }).filter(([, value]) => value)
  return `/alerts?${new URLSearchParams([['tab', tab], ...(set as [string, string][])])}`
}
