import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { PagedList } from '../../kit/web/ui/table/PagedList.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { commentsContract } from '../contract.ts'
import { comments } from './client.ts'

type Label = Result<typeof commentsContract.listLabels>['items'][number]

/** What people said of comments, newest first; each can be taken back. */
export function TaughtTab() {
  if (!useMay('comments.teach'))
    return (
      <Empty icon="lock" title={t('Your role does not teach')}>
        {t('Ask an administrator of your organisation.')}
      </Empty>
    )
  return <Labels />
}

function Labels() {
  const list = useCursorList<Label>(comments.listLabels.pages({ query: {} }))
  return (
    <PagedList
      label={t('Taught')}
      list={list}
      rowId={label => label.id}
      rowHeight={88}
      empty={
        <Empty icon="edit" title={t('Nothing was taught yet')}>
          {t('Correct a comment wherever you read it, or begin with those in doubt under Teach.')}
        </Empty>
      }
    >
      {label => <Taught label={label} />}
    </PagedList>
  )
}

function Taught({ label }: { label: Label }) {
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => comments.undoLabel({ params: { id: label.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments'] }),
  })
  const { text, earlier } = label
  return (
    <div className="flex items-start justify-between gap-4 py-3 max-wide:flex-col max-wide:gap-1">
      <div className="min-w-0">
        <CustomerQuote text={text} size="read" lines={2} />
        <Word word={label} />
        {earlier.length > 0 && (
          <ol aria-label={t('Said before')} className="mt-1 border-s border-line ps-3">
            {earlier.slice(0, SHOWN).map(word => (
              <li key={word.taughtAt}>
                <Word word={word} />
              </li>
            ))}
            {earlier.length > SHOWN && (
              <li className="text-small text-ink-3">{t('and {n} before', { n: earlier.length - SHOWN })}</li>
            )}
          </ol>
        )}
      </div>
      <Button size="small" variant="quiet" icon="undo" busy={undo.isPending} onPress={() => undo.mutate()}>
        {earlier.length > 0 ? t('Take back the last word') : t('Forget')}
      </Button>
    </div>
  )
}

const SHOWN = 3

/** What was said, by whom and when. */
const Word = ({ word: { negative, themes, taughtBy, taughtAt } }: { word: Label['earlier'][number] }) => (
  <p className="mt-1 flex flex-wrap items-center gap-1.5 text-small text-ink-3">
    {negative !== null && <Tag>{negative ? t('negative') : t('not negative')}</Tag>}
    {themes?.length === 0 && <Tag>{t('no theme')}</Tag>}
    {themes?.map(theme => (
      <Tag key={theme.id}>{theme.name}</Tag>
    ))}
    <span>{t('{name}, {when}', { name: taughtBy, when: moment(taughtAt, useNow()) })}</span>
  </p>
)
