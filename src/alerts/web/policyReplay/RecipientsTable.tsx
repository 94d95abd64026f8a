import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Table } from '../../../kit/web/ui/table/Table.tsx'
import type { PolicyReplayTally } from '../../policyReplay/policyReplayTally.ts'
import { ChangedCount } from './ChangedCount.tsx'

const FEW = 10

/** Who is reminded and who is asked, how often, and how often they would be; who hears most comes first. */
export function RecipientsTable({ told }: Pick<PolicyReplayTally, 'told'>) {
  const [all, setAll] = useState(false)
  if (told.length === 0) return <p className="text-ink-2">{t('Nobody was reminded or asked, and nobody would have been.')}</p>
  return (
    <div>
      <Table
        label={t('Reminders and escalations')}
        tight
        rows={all ? told : told.slice(0, FEW)}
        rowId={({ to }) => to.id}
        columns={[
          { id: 'who', head: t('Who is told'), cell: ({ to }) => to.name },
          { id: 'reminders', head: t('Reminded'), num: true, cell: ({ reminders }) => <ChangedCount {...reminders} /> },
          {
            id: 'escalations',
            head: t('Asked to see to it'),
            num: true,
            cell: ({ escalations }) => <ChangedCount {...escalations} />,
          },
        ]}
      />
      {!all && told.length > FEW && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          {t('Show all {n}', { n: told.length })}
        </Button>
      )}
    </div>
  )
}
