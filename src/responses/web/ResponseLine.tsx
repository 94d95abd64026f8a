import { pathTo } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { moment, shortDay } from '../../kit/words.ts'
import { ScorePip } from '../../kit/web/ui/ScorePip.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { ResponseRow } from '../browseContract.ts'
import { sourceWords } from './sourceWords.ts'
import { commentSlot, type CommentLineProps } from './commentSlot.ts'
import { responseTitle } from './titleOf.ts'

interface ResponseLineProps {
  row: ResponseRow
  lines?: 1 | 2 | 3
  /** Came in while the list was open. */
  fresh?: boolean
}

/** A response in a list: its score, who and where, the words, when. On a phone the words stand below. */
export function ResponseLine({ row, lines = 2, fresh }: ResponseLineProps) {
  const now = useNow()
  const { score, unit, comment, respondedAt, respondedOn, state } = row
  const where = [unit?.name, ...Object.values(row.segments)].filter(Boolean).join(' · ')
  return (
    <div className="grid grid-cols-[1.5rem_minmax(0,1fr)_9.5rem] items-start gap-x-4 py-3 max-wide:grid-cols-[1.5rem_minmax(0,1fr)] max-wide:gap-x-3">
      {score ? <ScorePip score={score.value} camp={score.max === 10 ? undefined : null} /> : <span />}
      <div className="min-w-0">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <TextLink look="open" href={pathTo('/responses/$id', { id: row.id })} className="font-strong">
            {responseTitle(row, now)}
          </TextLink>
          {fresh && <b className="text-small text-accent">{t('new')}</b>}
          {where && <span className="min-w-0 truncate text-small text-ink-3">{where}</span>}
        </div>
        {comment ? (
          <Words text={comment} lines={lines} lang={row.locale ?? undefined} />
        ) : (
          <p className="mt-0.5 text-small text-ink-3">{t('No words')}</p>
        )}
      </div>
      <div className="text-small text-ink-3 max-wide:col-start-2 max-wide:mt-1 max-wide:flex max-wide:gap-x-3">
        <time dateTime={respondedOn ?? respondedAt} className="block">
          {respondedOn === null ? moment(respondedAt, now) : shortDay(respondedOn, now)}
        </time>
        {state === 'partial' ? <State kind="paused">{t('not finished')}</State> : sourceWords(row.source)}
      </div>
    </div>
  )
}

function Words(props: CommentLineProps) {
  const Line = commentSlot.filled?.Line
  return Line ? <Line {...props} /> : <CustomerQuote {...props} size="read" className="mt-0.5 text-ink-2" />
}
