import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import type { PolicyItem } from '../contract.ts'
import { promisedWords, targetWords } from '../words.ts'
import { sla } from './client.ts'

/** What is promised to customers, and who is told when a promise is not kept. */
export function PoliciesPage() {
  useLive('policies')
  const query = useQuery(sla.listPolicies.query())
  const calendars = useQuery(sla.listCalendars.query())
  const may = useMay('rules.write')
  const add = (
    <LinkButton variant="main" icon="add" href={pathTo('/settings/promises/new')}>
      {t('New policy')}
    </LinkButton>
  )
  const nameOf = (id: string) => calendars.data?.items.find(item => item.id === id)?.name ?? ''
  return (
    <SettingsPage
      title={t('Promises')}
      actions={
        <>
          <LinkButton href={pathTo('/settings/promises/simulator')}>{t('Simulator')}</LinkButton>
          {may && add}
        </>
      }
    >
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="alerts" title={t('Nothing is promised yet')} action={may && add}>
              {t(
                'A policy says by when somebody acknowledges, speaks with the customer and resolves, and who takes over when nobody does.',
              )}
            </Empty>
          ) : (
            <Table
              label={t('Policies')}
              rows={items.filter(item => !item.archived)}
              rowId={item => item.id}
              href={item => pathTo('/settings/promises/$id', { id: item.id })}
              columns={[
                { id: 'name', head: t('Name'), cell: item => item.name },
                { id: 'promised', head: t('Promised'), cell: promises },
                { id: 'calendar', head: t('Calendar'), wide: true, cell: item => nameOf(item.calendar) },
                { id: 'ladder', head: t('Steps after'), num: true, wide: true, cell: item => item.ladder.length },
              ]}
            />
          )
        }
      </Load>
    </SettingsPage>
  )
}

const promises = ({ targets }: PolicyItem): string =>
  Object.entries(targets)
    .map(([target, promised]) => `${targetWords(target)} ${promisedWords(promised)}`)
    .join(' · ')
