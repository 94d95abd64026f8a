import type { ComponentType } from 'react'
import { defineManyPort } from '../../kit/port.ts'
import type { AlertDetail } from '../contract.ts'

/** What other rooms show on an alert's page, below why it was raised: praise. Filled in app/web. */
export interface AlertPanel {
  id: string
  Panel: ComponentType<{ alert: AlertDetail; now: number }>
}

/** What other rooms show on an alert's page. */
export const alertPanels = defineManyPort<AlertPanel>('alertPanels')
