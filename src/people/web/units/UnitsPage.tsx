import { pathTo } from '../../../kit/paths.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Switch } from '../../../kit/web/ui/form/Switch.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { day } from '../../../kit/words.ts'
import { imports, type DirectoryUnitRow, units } from '../client.ts'
import { ImportExportMenu } from '../ImportExportMenu.tsx'
import { PeopleFrame } from '../PeopleFrame.tsx'
import { UnitDialogs, type UnitTask } from './UnitDialogs.tsx'
import { UnitsTree } from './UnitsTree.tsx'

/** The tree of units as it stands on a day, and everything one does with it. */
export function UnitsPage() {
  useLive('units')
  const [search, setSearch] = useSearchParams({ on: '', closed: '' })
  const [task, setTask] = useState<UnitTask | null>(null)
  const may = useMay('people.write')
  const closed = search.closed ? ('true' as const) : undefined
  const query = useQuery({
    ...units.listUnits.query({ query: { on: search.on || undefined, closed } }),
    placeholderData: keepPreviousData,
  })
  const add = () => setTask({ kind: 'new', parent: null })
  return (
    <PeopleFrame
      title={t('Units')}
      actions={
        <>
          <ImportExportMenu
            exportUrl={imports.exportUnits.url({ query: { on: search.on || undefined } })}
            importHref={may && pathTo('/people/units/import')}
          />
          {may && (
            <Button variant="main" icon="add" onPress={add}>
              {t('New unit')}
            </Button>
          )}
        </>
      }
    >
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-52">
          <DatePicker
            label={t('As of')}
            value={search.on || query.data?.on || null}
            onChange={on => setSearch({ on: on ?? '' })}
          />
        </div>
        <div className="pb-1.5">
          <Switch checked={Boolean(closed)} onChange={on => setSearch({ closed: on ? '1' : '' })}>
            {t('Show closed units')}
          </Switch>
        </div>
      </div>
      {search.on && (
        <div className="mb-4">
          <Notice tone="info" icon="calendar" title={t('The organisation as of {day}', { day: day(search.on) })}>
            <TextLink onPress={() => setSearch({ on: '' })}>{t('Back to today')}</TextLink>
          </Notice>
        </div>
      )}
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing past={Boolean(search.on)} />
          ) : (
            <UnitsTree items={items} may={may} on={query.data!.on} onTask={setTask} />
          )
        }
      </Load>
      {task && <UnitDialogs task={task} items={query.data?.items ?? ([] as DirectoryUnitRow[])} onClose={() => setTask(null)} />}
    </PeopleFrame>
  )
}

const Nothing = ({ past }: { past: boolean }) =>
  past ? (
    <Empty icon="people" title={t('There were no units on that day')}>
      {t('Choose a later day.')}
    </Empty>
  ) : (
    <Empty
      icon="people"
      title={t('No units yet')}
      action={<LinkButton href={pathTo('/people/units/import')}>{t('Import units')}</LinkButton>}
    >
      {t(
        'Units are the places where customers are served: regions, branches, depots. Import them from a file, or add them one by one.',
      )}
    </Empty>
  )
