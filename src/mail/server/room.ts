import type { Tx } from '../../kit/server/db.ts'
import { markBounced } from '../../people/server/reachability.ts'
import { bounceWatchers } from './outcomes.ts'
import { mailLoop } from './carrier.ts'
import { outboxRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

const tellDirectory = (tx: Tx, { address, reason }: { address: string; reason: string }) => markBounced(tx, address, reason)

export const mail: ServerRoom = {
  name: 'mail',
  routes: [outboxRoutes],
  loops: [mailLoop],
  fills: [bounceWatchers.by(tellDirectory)],
}
