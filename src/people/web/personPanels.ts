import type { ComponentType } from 'react'
import { defineManyPort } from '../../kit/port.ts'

/** What other rooms show on a person's page: their answers, alerts, tickets. Filled in app/web. */
export interface PersonPanel {
  id: string
  Panel: ComponentType<{ personId: string }>
}

/** What other rooms show on a person's page. */
export const personPanels = defineManyPort<PersonPanel>('personPanels')
