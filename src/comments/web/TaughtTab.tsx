import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { PagedList } from '../../kit/web/ui/PagedList.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { Voice } from '../../kit/web/ui/Voice.tsx'
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

function Taught({ label: { id, text, negative, themes, taughtBy, taughtAt, again } }: { label: Label }) {
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => comments.undoLabel({ params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments'] }),
  })
  return (
    <div className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <Voice text={text} size="read" lines={2} />
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-small text-ink-3">
          {negative !== null && <Tag>{negative ? t('negative') : t('not negative')}</Tag>}
          {themes?.length === 0 && <Tag>{t('no theme')}</Tag>}
          {themes?.map(theme => (
            <Tag key={theme.id}>{theme.name}</Tag>
          ))}
          <span>{t('{name}, {when}', { name: taughtBy, when: moment(taughtAt, useNow()) })}</span>
        </p>
      </div>
      <Button size="small" variant="quiet" icon="undo" busy={undo.isPending} onPress={() => undo.mutate()}>
        {again ? t('Take back the last word') : t('Forget')}
      </Button>
    </div>
  )
}
