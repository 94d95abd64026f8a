import { outside, pathTo } from '../../kit/paths.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import type { ImportKind } from '../../kit/web/importing/importKind.ts'
import { ImportWizard } from '../../kit/web/importing/ImportWizard.tsx'
import { Checkbox } from '../../kit/web/ui/form/Checkbox.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { imports } from './client.ts'

/** A large file takes its time; the request lasts as long as the server's own limit. */
const options = { timeout: 300_000 }

const yes = (on: boolean) => (on ? 'true' : 'false')

const unitKind = (): ImportKind => ({
  fields: [
    { id: 'unit', label: t('Unit'), hint: t('Its key: short, and the same in every file') },
    { id: 'parent', label: t('Stands below'), hint: t('The key of the unit above; empty = at the top') },
    { id: 'name', label: t('Name') },
  ],
  needed: ['unit'],
  send: (file, { dryRun, map }) =>
    imports.importUnits({ query: { dry_run: yes(dryRun), map: JSON.stringify(map) }, body: file }, options),
  sample: { name: 'units.csv', href: outside('/samples/units.csv') },
})

const personKind = (liftErasures: boolean): ImportKind => ({
  fields: [
    { id: 'external_id', label: t('Number in other systems'), hint: t('How the same person is found again') },
    { id: 'email', label: t('E-mail') },
    { id: 'name', label: t('Name') },
    { id: 'unit', label: t('Unit'), hint: t('The key of their unit') },
    { id: 'role', label: t('Role in the unit'), hint: t('manager or member') },
    { id: 'title', label: t('Position') },
    { id: 'manager_id', label: t('Reports to, by number') },
    { id: 'manager_email', label: t('Reports to, by e-mail') },
    { id: 'kind', label: t('Kind'), hint: t('staff or contact') },
    { id: 'account', label: t('Customer account') },
    { id: 'phone', label: t('Phone') },
    { id: 'locale', label: t('Language') },
  ],
  needed: ['external_id', 'email'],
  segments: true,
  send: (file, { dryRun, map }) =>
    imports.importPeople(
      { query: { dry_run: yes(dryRun), lift_erasures: yes(liftErasures), map: JSON.stringify(map) }, body: file },
      options,
    ),
  variant: yes(liftErasures),
  sample: { name: 'people.csv', href: outside('/samples/people.csv') },
})

export function UnitImportPage() {
  const queries = useQueryClient()
  return (
    <Page title={t('Import units')} crumbs={[{ label: t('Units'), href: pathTo('/people/units') }]}>
      <ImportWizard
        kind={unitKind()}
        label={t('A CSV file with units')}
        done={<LinkButton href={pathTo('/people/units')}>{t('See the units')}</LinkButton>}
        onDone={() => void queries.invalidateQueries({ queryKey: ['units'] })}
      />
    </Page>
  )
}

export function PeopleImportPage() {
  const queries = useQueryClient()
  const mayErase = useMay('people.erase')
  const [lift, setLift] = useState(false)
  return (
    <Page title={t('Import people')} crumbs={[{ label: t('People'), href: pathTo('/people') }]}>
      <ImportWizard
        kind={personKind(lift)}
        extra={
          mayErase && (
            <Checkbox
              checked={lift}
              onChange={setLift}
              hint={t('Only when they asked for it themselves. Else they are left out, and the line says when they were erased.')}
            >
              {t('Also take people who were erased on request')}
            </Checkbox>
          )
        }
        label={t('A CSV file with people')}
        done={<LinkButton href={pathTo('/people')}>{t('See the people')}</LinkButton>}
        onDone={() => void queries.invalidateQueries({ queryKey: ['people'] })}
      />
    </Page>
  )
}
