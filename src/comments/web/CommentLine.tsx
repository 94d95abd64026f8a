import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { State } from '../../kit/web/ui/State.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { CommentLineProps } from '../../responses/web/commentSlot.ts'
import { highlightsOf } from './highlights.ts'
import { assessBatched } from './assessBatched.ts'

/** The beginning of a comment in a list, with the words marked that made it decide. */
export function CommentLine({ text, lang, lines }: CommentLineProps) {
  const may = useMay('comments.read')
  const { data } = useQuery({
    queryKey: ['comments', 'line', text],
    queryFn: () => assessBatched(text),
    enabled: may,
    retry: false,
    staleTime: 60_000,
  })
  return (
    <>
      <CustomerQuote
        text={text}
        size="read"
        lines={lines}
        lang={data?.language ?? lang}
        className="mt-0.5 text-ink-2"
        {...(data && { marks: highlightsOf(data, text.length) })}
      />
      {data && (data.leaving || data.call) && (
        <p className="mt-1 flex flex-wrap gap-x-4 text-small">
          {data.leaving && <State kind="late">{t('threatens to leave')}</State>}
          {data.call && <State kind="soon">{t('asks to be called')}</State>}
        </p>
      )}
    </>
  )
}
