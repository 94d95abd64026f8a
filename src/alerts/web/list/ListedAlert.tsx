import { memo } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import type { AlertItem } from '../../contract.ts'
import { isClosed } from '../../alert.ts'
import { AlertRow } from '../AlertRow.tsx'
import { NextButton } from '../NextButton.tsx'
import { nameOf } from '../alertCustomer.ts'

export interface ListedAlertProps {
  alert: AlertItem
  now: number
  chosen: boolean
  /** Absent for those who may only look. */
  onChoose: ((id: string, on: boolean) => void) | undefined
}

/** One of a list that changes while one looks: drawn again only when it is this one that changed. */
export const ListedAlert = memo(({ alert, now, chosen, onChoose }: ListedAlertProps) => (
  <div className="flex items-center">
    {onChoose && !isClosed(alert.state) && (
      <Checkbox
        aria-label={t('Choose {name}', { name: nameOf(alert) })}
        checked={chosen}
        onChange={on => onChoose(alert.id, on)}
        className="flex-none ps-1 pe-1 max-wide:ps-0 max-wide:pe-3"
      />
    )}
    <div className="min-w-0 flex-1">
      <AlertRow alert={alert} now={now} owner action={<NextButton alert={alert} />} />
    </div>
  </div>
))
