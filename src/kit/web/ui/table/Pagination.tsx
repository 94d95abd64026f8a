import { t } from '../../../i18n.ts'
import { count } from '../../../words.ts'
import { Button } from '../Button.tsx'

export interface PaginationProps {
  shown: number
  /** null: nobody has counted. */
  total?: number | null
  hasMore: boolean
  loading?: boolean
  onMore: () => void
}

/** The end of a list paged by cursor: how much is shown, and more of it. */
export function Pagination({ shown, total, hasMore, loading, onMore }: PaginationProps) {
  if (!hasMore && (total ?? 0) <= shown && shown < 20) return null
  return (
    <div className="flex items-center gap-4 pt-2.5 text-small text-ink-3">
      {hasMore && (
        <Button size="small" busy={loading} onPress={onMore}>
          {t('Show more')}
        </Button>
      )}
      <span className="ms-auto">
        {total ? t('{shown} of {total}', { shown: count(shown), total: count(total) }) : count(shown)}
      </span>
    </div>
  )
}
