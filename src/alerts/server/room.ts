import { searchSources } from '../../kit/server/search.ts'
import { alertsByName } from './search.ts'
import { causeUses, namersOfCause } from '../../causes/server/uses.ts'
import { recorded } from '../../activity/server/record.ts'
import { holders } from '../../files/server/holders.ts'
import { mailTemplates } from '../../mail/template.ts'
import { personalDataSources, erasers } from '../../people/server/personalDataPorts.ts'
import { historyGoes } from '../../responses/server/importing/historyGoes.ts'
import { afterSubmit } from '../../responses/server/intake/afterSubmit.ts'
import { raised } from '../../responses/server/read/raised.ts'
import { workloadSql } from '../../routing/server/workload.ts'
import { alertTimesOf, latestAlertTimes, usesOfRules } from '../../rules/server/alertTimes.ts'
import { stepWatchers } from '../../sla/server/stepWatchers.ts'
import { confirmationRoutes } from './confirmation/confirmationRoutes.ts'
import { confirmationTemplate } from './confirmation/confirmationTemplate.ts'
import { checkAfter, checkGaps, ownersClock } from './owners/owners.ts'
import { alertData, alertEraser } from './personErasure.ts'
import { policyReplayRoutes } from './policyReplay/policyReplayRoutes.ts'
import { alertPromises } from './promises/promiseSteps.ts'
import { raiseAlerts } from './raise/raise.ts'
import { silenceClock } from './raise/silence.ts'
import { raisedBy } from './read/raisedBy.ts'
import { untieFromHistory } from './raise/untie.ts'
import { alertsRoutes } from './routes.ts'
import { countUses, readNamers } from './store/causeStore.ts'
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
  jobs: [checkGaps],
  clocks: [silenceClock, ownersClock],
  fills: [
    searchSources.by(alertsByName),
    afterSubmit.by(raiseAfterSubmit),
    workloadSql.by(waitingFor),
    historyGoes.by(untieFromHistory),
    alertTimesOf.by(coursesOfResponses),
    latestAlertTimes.by(latest),
    usesOfRules.by(ruleUsesOf),
    causeUses.by(countUses),
    namersOfCause.by(readNamers),
    raised.by(raisedBy),
    recorded.by(checkAfter),
    stepWatchers.by(alertPromises),
    holders.by(evidenceHolder),
    erasers.by(alertEraser),
    personalDataSources.by(alertData),
    mailTemplates.by(confirmationTemplate),
  ],
}
