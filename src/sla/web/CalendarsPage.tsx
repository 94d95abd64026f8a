import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import { t } from '../../kit/i18n.ts'
import { list } from '../../kit/words.ts'
import { useLive } from '../../kit/web/live.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import type { CalendarItem } from '../contract.ts'
import { sla } from './client.ts'

/** The hours in which promises count time. */
export function CalendarsPage() {
  useLive('calendars')
  const query = useQuery(sla.listCalendars.query())
  const may = useMay('rules.write')
  const add = (
    <LinkButton variant="main" icon="add" href={pathTo('/settings/calendars/new')}>
      {t('New calendar')}
    </LinkButton>
  )
  return (
    <SettingsPage title={t('Working calendars')} actions={may && add}>
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="calendar" title={t('No calendars yet')} action={may && add}>
              {t('A calendar says when somebody is there. Promises count only that time, so nobody is late over a weekend.')}
            </Empty>
          ) : (
            <Table
              label={t('Working calendars')}
              rows={items.filter(item => !item.archived)}
              rowId={item => item.id}
              href={item => pathTo('/settings/calendars/$id', { id: item.id })}
              columns={[
                { id: 'name', head: t('Name'), cell: item => item.name },
                { id: 'zone', head: t('Where'), cell: item => whereWords(item, items) },
                { id: 'holidays', head: t('Holidays'), num: true, wide: true, cell: item => item.holidays.length },
                { id: 'policies', head: t('Used by'), wide: true, cell: item => list(item.policies) || '–' },
              ]}
            />
          )
        }
      </Load>
    </SettingsPage>
  )
}

const whereWords = ({ tz, union }: CalendarItem, all: readonly CalendarItem[]): string =>
  union ? t('follows {names}', { names: list(union.map(id => all.find(item => item.id === id)?.name ?? id)) }) : (tz ?? '')
