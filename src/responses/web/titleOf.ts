import { t } from '../../kit/i18n.ts'
import { shortDay } from '../../kit/words.ts'
import type { ResponseRow } from '../browseContract.ts'

/** Who answered, or, where nobody knows, when. */
export const responseTitle = ({ person, respondedAt }: Pick<ResponseRow, 'person' | 'respondedAt'>, now: number): string =>
  person?.name ?? t('Answer of {day}', { day: shortDay(respondedAt, now) })
