import { lazy } from 'react'
import { alertPanels } from '../../alerts/web/panels.ts'
import { personPanels } from '../../people/web/panels.ts'
import { simulatorPanels } from '../../sla/web/panels.ts'

/** What other rooms show on a person's page, fetched with it. */
personPanels.add({
  id: 'answers',
  Panel: lazy(() => import('../../responses/web/PersonAnswers.tsx').then(m => ({ default: m.PersonAnswers }))),
})
personPanels.add({
  id: 'alerts',
  Panel: lazy(() => import('../../alerts/web/PersonAlerts.tsx').then(m => ({ default: m.PersonAlerts }))),
})

/** What a changed policy is tried on, fetched with the simulator. */
simulatorPanels.add({
  id: 'alerts',
  Panel: lazy(() => import('../../alerts/web/policyReplay/PolicyReplay.tsx').then(m => ({ default: m.PolicyReplay }))),
})

/** What is praised is thanked for and shared. */
alertPanels.add({
  id: 'praise',
  Panel: lazy(() => import('../../wall/web/Praise.tsx').then(m => ({ default: m.Praise }))),
})
