import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import type { Result } from '../../../kit/contract.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { LoadList } from '../../../kit/web/ui/state/LoadList.tsx'
import { Pagination } from '../../../kit/web/ui/table/Pagination.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { count, moment } from '../../../kit/words.ts'
import type { responsesContract } from '../../contract.ts'
import { imports } from '../client.ts'
import { invalidateResponseQueries, removedWords } from './invalidateResponseQueries.ts'

type ImportRow = Result<typeof responsesContract.listImports>['items'][number]

/** What was imported into a survey, each to be taken back. */
export function Imports({ survey, may }: { survey: string; may: boolean }) {
  const list = useCursorList<ImportRow>(imports.listImports.pages({ params: { id: survey }, query: { limit: 20 } }))
  return (
    <div className="mt-6 border-t border-line pt-6">
      <Section title={t('What was imported')}>
        <LoadList
          list={list}
          skeleton={<Skeleton rows={2} round={false} />}
          empty={<p className="text-ink-2">{t('Nothing yet. Whatever is imported stands here, and can be taken back whole.')}</p>}
        >
          {rows => (
            <>
              <ul>
                {rows.map(row => (
                  <Row key={row.id} row={row} survey={survey} may={may} />
                ))}
              </ul>
              <Pagination shown={rows.length} hasMore={list.hasMore} loading={list.loadingMore} onMore={list.loadMore} />
            </>
          )}
        </LoadList>
      </Section>
    </div>
  )
}

function Row({ row, survey, may }: { row: ImportRow; survey: string; may: boolean }) {
  const [asking, setAsking] = useState(false)
  const now = useNow()
  const words = t('{n, plural, one {# answer} other {# answers}}', { n: row.imported })
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0">
      <div className="min-w-60 flex-1">
        {row.undoneAt ? (
          words
        ) : (
          <TextLink look="open" href={pathTo('/responses', { survey, import: row.id })}>
            {words}
          </TextLink>
        )}
        <p className="text-small text-ink-3">
          {row.createdBy} · {moment(row.createdAt, now)}
        </p>
      </div>
      <span className="w-36 text-small text-ink-2">{t('{n} left out', { n: count(row.skipped) })}</span>
      {row.undoneAt ? (
        <State kind="idle">
          {t('taken back by {name}, {when}', { name: row.undoneBy ?? t('somebody'), when: moment(row.undoneAt, now) })}
        </State>
      ) : (
        <Button
          size="small"
          icon="undo"
          disabledReason={!may && t('Only analysts and administrators')}
          onPress={() => setAsking(true)}
        >
          {t('Take back')}
        </Button>
      )}
      {asking && <TakeBack row={row} survey={survey} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** Later than ten seconds nothing is undone by a slip: it says how many answers go. */
function TakeBack({ row, survey, onClose }: { row: ImportRow; survey: string; onClose: () => void }) {
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: () => imports.undoImport({ params: { id: row.id } }, { timeout: 600_000 }),
    onSuccess: ({ removed }) => toast(removedWords(removed)),
    onSettled: () => {
      invalidateResponseQueries(queries, survey)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Take this import back?')}
      actions={
        <>
          <Button onPress={onClose}>{t('Keep it')}</Button>
          <Button variant="danger" busy={undo.isPending && t('Taking out')} onPress={() => undo.mutate()}>
            {t('{n, plural, one {Take # answer out} other {Take # answers out}}', { n: row.imported })}
          </Button>
        </>
      }
    >
      {t(
        'Its {n, plural, one {# answer goes} other {# answers go}}, and results count as if they had never been there. People and units that came with it stay.',
        { n: row.imported },
      )}
    </Dialog>
  )
}
