import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { PagedList } from '../../kit/web/ui/table/PagedList.tsx'
import { SearchField } from '../../kit/web/ui/form/SearchField.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import { UnitChip } from '../../responses/web/UnitChip.tsx'
import type { Practice } from '../wallContract.ts'
import { wall } from './client.ts'
import { PracticeItem } from './PracticeItem.tsx'

const defaults = { q: '', unit: '', theme: '' }

/** What customers praised, told by those who did it: searched, applauded, done again elsewhere. */
export function WallPage() {
  useLive('practices')
  const now = useNow()
  const [search, setSearch] = useSearchParams(defaults)
  const [q, setQ] = useState(search.q)
  const themes = useQuery(wall.listThemes.query()).data?.items ?? []
  const { unit, theme } = search
  const query = { q: search.q || undefined, unit: unit || undefined, theme: theme || undefined, limit: 30 }
  const list = useCursorList<Practice>(wall.listPractices.pages({ query }))
  const filtered = Object.values(search).some(Boolean)
  return (
    <Page title={t('Wall')} beside={t('What customers praised, to be done again')}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField label={t('Find in the wall')} value={q} onChange={setQ} onSubmit={q => setSearch({ q })} />
        <UnitChip value={unit} onChange={unit => setSearch({ unit })} />
        {themes.slice(0, 8).map(one => (
          <Chip
            key={one.theme}
            value={one.theme}
            label={String(one.n)}
            selected={theme === one.theme}
            onPress={() => setSearch({ theme: theme === one.theme ? '' : one.theme })}
          />
        ))}
      </div>
      <PagedList
        label={t('Practices')}
        list={list}
        rowId={practice => practice.id}
        empty={
          filtered ? (
            <Empty
              icon="filter"
              title={t('Nothing on the wall is like this')}
              action={
                <Chip
                  label={t('Show all')}
                  onPress={() => {
                    setQ('')
                    setSearch(defaults)
                  }}
                />
              }
            >
              {t('Take a filter away, or look for another word.')}
            </Empty>
          ) : (
            <Empty
              icon="heart"
              title={t('The wall is empty')}
              action={
                <LinkButton href={pathTo('/alerts', { kind: 'excellence', tab: 'all' })}>{t('See what was praised')}</LinkButton>
              }
            >
              {t('When a customer praises somebody, whoever looks after that alert can share here what was done.')}
            </Empty>
          )
        }
        rowHeight={180}
      >
        {practice => <PracticeItem practice={practice} now={now} />}
      </PagedList>
    </Page>
  )
}
