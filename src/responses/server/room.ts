import { personalDataSources, erasers, retentionSweepers } from '../../people/server/personalDataPorts.ts'
import { responseCounts, responsesOfPerson } from '../../surveys/server/responseCounts.ts'
import { responseCountSql, findResponseIdsOfPerson } from './read/responseCountSql.ts'
import { mergingClock } from './jobs.ts'
import { responseData, responseEraser } from './personErasure.ts'
import { commentRetainer, contactRetainer } from './retention.ts'
import { responsesRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const responses: ServerRoom = {
  name: 'responses',
  routes: [responsesRoutes],
  clocks: [mergingClock],
  fills: [
    responseCounts.by(responseCountSql),
    responsesOfPerson.by(findResponseIdsOfPerson),
    erasers.by(responseEraser),
    personalDataSources.by(responseData),
    retentionSweepers.by(commentRetainer),
    retentionSweepers.by(contactRetainer),
  ],
}
