import { pathTo } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import type { Result } from '../../kit/contract.ts'
import { shortDay } from '../../kit/words.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { commentsContract } from '../contract.ts'
import { Corrections } from './Corrections.tsx'
import { highlightsOf } from './highlights.ts'

type CommentListItem = Result<typeof commentsContract.listComments>['items'][number]

/** One comment in a list that is read and corrected: its words, where they came from, what they were taken to say. */
export const CommentItem = ({ item, children }: { item: CommentListItem; children?: ReactNode }) => {
  const { response, text, respondedOn, survey, unit, reading } = item
  const now = useNow()
  return (
    <div className="py-4">
      <p className="mb-1 text-small text-ink-3">
        <TextLink look="open" href={pathTo('/responses/$id', { id: response })}>
          {[unit, survey, shortDay(respondedOn, now)].filter(Boolean).join(' · ')}
        </TextLink>
      </p>
      <CustomerQuote text={text} size="read" lang={reading.language} marks={highlightsOf(reading)} />
      <Corrections text={text} reading={reading}>
        {children}
      </Corrections>
    </div>
  )
}
