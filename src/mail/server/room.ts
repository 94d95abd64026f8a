import type { Tx } from '../../kit/server/db.ts'
import { keepMessage } from '../../kit/server/outbox.ts'
import { personalDataSources, erasers, retentionSweepers } from '../../people/server/personalDataPorts.ts'
import { markBounced } from '../../people/server/reachability.ts'
import { bounceWatchers } from './deliveryWatchers.ts'
import { mailLoop } from './carrier.ts'
import { insertOutboxMessage } from './insertOutboxMessage.ts'
import { mailData, mailEraser, mailRetainer } from './personErasure.ts'
import { outboxRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

const tellDirectory = (tx: Tx, { address, reason }: { address: string; reason: string }) => markBounced(tx, address, reason)

export const mail: ServerRoom = {
  name: 'mail',
  routes: [outboxRoutes],
  loops: [mailLoop],
  fills: [
    keepMessage.by(insertOutboxMessage),
    bounceWatchers.by(tellDirectory),
    erasers.by(mailEraser),
    personalDataSources.by(mailData),
    retentionSweepers.by(mailRetainer),
  ],
}
