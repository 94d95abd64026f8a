import { t } from '../../kit/i18n.ts'
import { shortDay } from '../../kit/words.ts'
import type { ResponseRow } from '../readingContract.ts'

/** Who answered, or, where nobody knows, when. */
export const titleOf = ({ person, respondedAt }: Pick<ResponseRow, 'person' | 'respondedAt'>, now: number): string =>
  person?.name ?? t('Answer of {day}', { day: shortDay(respondedAt, now) })
