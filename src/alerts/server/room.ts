import { searchSources } from '../../kit/server/search.ts'
import { alertsByName } from './search.ts'
import { causeUses, customersOfCause } from '../../causes/server/causeUses.ts'
import { recorded } from '../../activity/server/record.ts'
import { holders } from '../../files/server/holders.ts'
import { mailTemplates } from '../../mail/template.ts'
import { personalDataSources, erasers } from '../../people/server/personalDataPorts.ts'
import { beforeImportUndone } from '../../responses/server/importing/beforeImportUndone.ts'
import { afterSubmit } from '../../responses/server/intake/afterSubmit.ts'
import { alertsOfResponse } from '../../responses/server/read/alertsOfResponse.ts'
import { workloadSql } from '../../routing/server/workload.ts'
import { alertTimesOf, latestAlertTimes, usesOfRules } from '../../rules/server/alertTimes.ts'
import { stepWatchers } from '../../sla/server/stepWatchers.ts'
import { confirmationRoutes } from './confirmation/confirmationRoutes.ts'
import { confirmationTemplate } from './confirmation/confirmationTemplate.ts'
import { scheduleOwnerCheck, checkOwners, ownersClock } from './owners/ownerCheck.ts'
import { alertData, alertEraser } from './personErasure.ts'
import { policyReplayRoutes } from './policyReplay/policyReplayRoutes.ts'
import { alertStepWatcher } from './promises/promiseSteps.ts'
import { raiseAlerts } from './raise/raise.ts'
import { silenceClock } from './raise/silence.ts'
import { raisedBy } from './read/raisedBy.ts'
import { detachFromImport } from './raise/detachFromImport.ts'
import { alertsRoutes } from './routes.ts'
import { countUses, readNamers } from './store/causeUseStore.ts'
import {
  alertTimesOf as coursesOfResponses,
  latestAlertTimes as latest,
  ruleUsesOf,
  waitingFor,
} from './store/alertTimesStore.ts'
import { evidenceHolder } from './work/evidence.ts'
import { alertWorkRoutes } from './work/workRoutes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { SubmittedResponse } from '../../responses/submitted.ts'

const raiseAfterSubmit = async (tx: Tx, response: SubmittedResponse) => ({ alertIds: await raiseAlerts(tx, response) })

export const alerts: ServerRoom = {
  name: 'alerts',
  routes: [policyReplayRoutes, alertsRoutes, alertWorkRoutes],
  pages: [confirmationRoutes],
  jobs: [checkOwners],
  clocks: [silenceClock, ownersClock],
  fills: [
    searchSources.by(alertsByName),
    afterSubmit.by(raiseAfterSubmit),
    workloadSql.by(waitingFor),
    beforeImportUndone.by(detachFromImport),
    alertTimesOf.by(coursesOfResponses),
    latestAlertTimes.by(latest),
    usesOfRules.by(ruleUsesOf),
    causeUses.by(countUses),
    customersOfCause.by(readNamers),
    alertsOfResponse.by(raisedBy),
    recorded.by(scheduleOwnerCheck),
    stepWatchers.by(alertStepWatcher),
    holders.by(evidenceHolder),
    erasers.by(alertEraser),
    personalDataSources.by(alertData),
    mailTemplates.by(confirmationTemplate),
  ],
}
