import { accounts } from '../../accounts/server/room.ts'
import { activity } from '../../activity/server/room.ts'
import { alerts } from '../../alerts/server/room.ts'
import { app } from './room.ts'
import { causes } from '../../causes/server/room.ts'
import { comments } from '../../comments/server/room.ts'
import { demo } from '../../demo/server/room.ts'
import { files } from '../../files/server/room.ts'
import { insights } from '../../insights/server/room.ts'
import { mail } from '../../mail/server/room.ts'
import { notifications } from '../../notifications/server/room.ts'
import { people } from '../../people/server/room.ts'
import { respond } from '../../respond/server/room.ts'
import { responses } from '../../responses/server/room.ts'
import { rules } from '../../rules/server/room.ts'
import { sending } from '../../sending/server/room.ts'
import { sla } from '../../sla/server/room.ts'
import { surveys } from '../../surveys/server/room.ts'
import { wall } from '../../wall/server/room.ts'
import { webhooks } from '../../webhooks/server/room.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

/** Every room of the server, in the order of imports. What is in them, they say themselves. */
export const rooms: readonly ServerRoom[] = [
  activity,
  accounts,
  people,
  files,
  mail,
  webhooks,
  notifications,
  sla,
  surveys,
  sending,
  responses,
  respond,
  comments,
  causes,
  rules,
  alerts,
  wall,
  insights,
  demo,
  app,
]

/** What upper rooms need from lower ones. */
export function fillPorts(): void {
  for (const { fills = [] } of rooms) for (const fill of fills) fill.apply()
}
