import { lazy, Suspense } from 'react'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { CommentLineProps, CommentProps } from '../../responses/web/commentSlot.ts'

const Comment = lazy(() => import('./Comment.tsx').then(m => ({ default: m.Comment })))
const CommentLine = lazy(() => import('./CommentLine.tsx').then(m => ({ default: m.CommentLine })))

/** The words stand at once; what they were taken to say follows. */
export const LazyComment = (props: CommentProps) => (
  <Suspense fallback={<CustomerQuote text={props.text} {...(props.lang && { lang: props.lang })} />}>
    <Comment {...props} />
  </Suspense>
)

export const LazyCommentLine = (props: CommentLineProps) => (
  <Suspense
    fallback={
      <CustomerQuote
        text={props.text}
        size="read"
        lines={props.lines}
        className="mt-0.5 text-ink-2"
        {...(props.lang && { lang: props.lang })}
      />
    }
  >
    <CommentLine {...props} />
  </Suspense>
)
