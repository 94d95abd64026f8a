import { dataSources, erasers, retainers } from '../../people/server/personalData.ts'
import { answered, responsesOfPerson } from '../../surveys/server/answered.ts'
import { answeredBy, idsOfPerson } from './read/answered.ts'
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
    answered.by(answeredBy),
    responsesOfPerson.by(idsOfPerson),
    erasers.by(responseEraser),
    dataSources.by(responseData),
    retainers.by(commentRetainer),
    retainers.by(contactRetainer),
  ],
}
