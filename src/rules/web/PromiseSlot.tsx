import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Clause, Slot } from '../../kit/web/ui/page/Slot.tsx'
import { sla } from '../../sla/web/client.ts'
import { isPromise } from '../promiseNames.ts'

export interface PromiseSlotProps {
  policy: string | null
  onChange: (policy: string | null) => void
}

/** “within the promise Working hours”: by when somebody acts, chosen among the policies that promise something of an alert. */
export function PromiseSlot({ policy, onChange }: PromiseSlotProps) {
  const known = useQuery(sla.listPolicies.query()).data?.items ?? []
  const offered = known.filter(one => one.id === policy || (!one.archived && Object.keys(one.targets).some(isPromise)))
  const name = known.find(one => one.id === policy)?.name
  return (
    <Clause word={t('within')}>
      {policy && <>{t('the promise')} </>}
      <Menu
        label={t('Promise')}
        placement="bottom start"
        entries={[
          ...offered.map(one => ({
            id: one.id,
            label: one.name,
            checked: one.id === policy,
            onAction: () => onChange(one.id),
          })),
          { id: 'none', label: t('no promised time'), checked: policy === null, onAction: () => onChange(null) },
        ]}
      >
        <Slot>{name ?? t('no promised time')}</Slot>
      </Menu>
    </Clause>
  )
}
