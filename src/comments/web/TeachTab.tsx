import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { comments } from './client.ts'
import { CommentItem } from './CommentItem.tsx'
import { useTeach } from './useTeach.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { useMay } from '../../accounts/web/session.ts'

/** The comments whose reading is most in doubt: a word on them teaches most. */
export function TeachTab() {
  const query = useQuery(comments.listComments.query({ query: { order: 'doubt', limit: 10 } }))
  return (
    <>
      <ReadAgain />
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('Nothing is in doubt')}>
              {t(
                'Every comment was read with confidence or by a person. New ones appear here when they could be read either way.',
              )}
            </Empty>
          ) : (
            <>
              <p className="max-w-measure text-ink-2">
                {t('These could be read either way, the most doubtful first. Say what is right; comments like them follow.')}
              </p>
              <ul>
                {items.map(item => (
                  <li key={`${item.response} ${item.question}`} className="border-b border-line">
                    <CommentItem item={item}>
                      <Right text={item.text} negative={item.reading.negative} />
                    </CommentItem>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Load>
    </>
  )
}

/** How far comments were read again after they were taught, or after an upgrade. */
function ReadAgain() {
  const { data } = useQuery(comments.overview.query({ query: {} }))
  if (!data?.waiting) return null
  return (
    <p role="status" className="mb-4 max-w-measure text-ink-2">
      {t('The rules have changed: {done} of {all} comments were read again so far.', {
        done: count(data.n - data.waiting),
        all: count(data.n),
      })}
    </p>
  )
}

// To agree teaches as much as to correct.
function Right({ text, negative }: { text: string; negative: boolean }) {
  const teach = useTeach()
  const may = useMay('comments.teach')
  if (!may) return null
  return (
    <Button size="small" variant="quiet" icon="check" busy={teach.isPending} onPress={() => teach.mutate({ text, negative })}>
      {t('That is right')}
    </Button>
  )
}
