import { t } from '../../../kit/i18n.ts'
import type { CursorList } from '../../../kit/web/list.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { useNow } from '../../../kit/web/useNow.ts'
import { moment } from '../../../kit/words.ts'
import type { Replay } from '../../ruleContract.ts'
import { daysWords } from './replayPeriod.ts'

export interface EarlierReplaysProps {
  list: CursorList<Replay>
  shown: string | undefined
  onShow: (id: string) => void
}

/** What was tried before; the one that is shown above stands in bold. */
export function EarlierReplays({ list, shown, onShow }: EarlierReplaysProps) {
  const now = useNow()
  return (
    <details className="mt-5">
      <summary className="inline-block min-h-6 cursor-pointer text-small text-ink-2 hover:text-ink">{t('Tried before')}</summary>
      <ul aria-label={t('Tried before')} className="mt-2 max-w-[46rem] text-small">
        {list.data?.map(replay => (
          <li
            key={replay.id}
            className="grid grid-cols-[minmax(0,1fr)_8rem_7rem] gap-4 border-b border-line py-1.5 max-wide:grid-cols-[minmax(0,1fr)_auto]"
          >
            {replay.id === shown ? (
              <b>{daysWords(replay)}</b>
            ) : (
              <TextLink look="open" onPress={() => onShow(replay.id)}>
                {daysWords(replay)}
              </TextLink>
            )}
            <span>{stateWords(replay)}</span>
            <time dateTime={replay.createdAt} className="text-ink-3 max-wide:hidden">
              {moment(replay.createdAt, now)}
            </time>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button size="small" variant="quiet" busy={list.loadingMore} onPress={list.loadMore}>
          {t('Show more')}
        </Button>
      )}
    </details>
  )
}

function stateWords({ state, result }: Replay): string {
  if (result) return t('{n, plural, one {# alert} other {# alerts}}', { n: result.alerts })
  if (state === 'cancelled') return t('stopped')
  return state === 'failed' ? t('failed') : t('under way')
}
