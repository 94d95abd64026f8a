import { t } from '../../../kit/i18n.ts'
import type { BrowseSearch } from '../../browseSearch.ts'

/** “0 to 6”, “9 or more” */
export function rangeWords({ atLeast, atMost }: Pick<BrowseSearch, 'atLeast' | 'atMost'>): string {
  if (atLeast && atMost) return atLeast === atMost ? atLeast : t('{from} to {to}', { from: atLeast, to: atMost })
  if (atLeast) return t('{from} or more', { from: atLeast })
  return atMost ? t('{to} or less', { to: atMost }) : t('any answer')
}
