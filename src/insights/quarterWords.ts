// @words colleagues
import { t } from '../kit/i18n.ts'
import { percent } from '../kit/words.ts'
import type { Quarter } from './causeTable.ts'

/** “Q1 2026” */
export const quarterName = (first: string): string =>
  t('Q{quarter} {year}', { quarter: Math.floor((Number(first.slice(5, 7)) + 2) / 3), year: first.slice(0, 4) })

/** “50 % of the alerts of Q1 2026 came from “Call-back not kept”; 38 % in the quarter before.” */
export function quarterSentence(quarters: readonly Quarter[]): string | null {
  const last = quarters.at(-1)
  const most = last?.causes[0]
  if (!last || !most) return null
  const before = quarters.at(-2)?.causes.find(({ id }) => id === most.id)?.share ?? 0
  return t('{share} of the alerts of {quarter} came from “{cause}”; {before} in the quarter before', {
    share: percent(most.share),
    quarter: quarterName(last.from),
    cause: most.cause,
    before: percent(before),
  })
}
