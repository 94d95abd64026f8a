import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { useLive } from '../../kit/web/live.ts'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { CommentProps } from '../../responses/web/commentSlot.ts'
import { comments } from './client.ts'
import { Corrections } from './Corrections.tsx'
import { highlightsOf } from './highlights.ts'

/** A comment on a response's page: its words, those that made it decide marked, and what it was taken to say. */
export function Comment({ responseId, question, text, lang }: CommentProps) {
  useLive('comments')
  const may = useMay('comments.read')
  const { data } = useQuery({ ...comments.readResponse.query({ params: { id: responseId } }), enabled: may, retry: false })
  const reading = data?.items.find(item => item.question === question)
  return (
    <>
      <CustomerQuote text={text} lang={reading?.language ?? lang} {...(reading && { marks: highlightsOf(reading) })} />
      {reading && <Corrections text={text} reading={reading} />}
    </>
  )
}
