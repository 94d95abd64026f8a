import type { ComponentType } from 'react'
import { defineManyPort } from '../../kit/port.ts'
import type { CalendarItem, PolicyItem } from '../contract.ts'

export interface SimulatorPanelProps {
  policies: readonly PolicyItem[]
  calendars: readonly CalendarItem[]
}

/** What other rooms try a policy on: alerts of the past. Filled in app/web. */
export const simulatorPanels = defineManyPort<{ id: string; Panel: ComponentType<SimulatorPanelProps> }>('simulatorPanels')
