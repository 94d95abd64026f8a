import { accounts } from '../../../accounts/web/room.ts'
import { activity } from '../../../activity/web/room.ts'
import { alerts } from '../../../alerts/web/room.ts'
import { app } from '../room.ts'
import { causes } from '../../../causes/web/room.ts'
import { comments } from '../../../comments/web/room.ts'
import { demo } from '../../../demo/web/room.ts'
import { insights } from '../../../insights/web/room.ts'
import { mail } from '../../../mail/web/room.ts'
import { notifications } from '../../../notifications/web/room.ts'
import { people } from '../../../people/web/room.ts'
import { responses } from '../../../responses/web/room.ts'
import { rules } from '../../../rules/web/room.ts'
import { sending } from '../../../sending/web/room.ts'
import { sla } from '../../../sla/web/room.ts'
import { surveys } from '../../../surveys/web/room.ts'
import { wall } from '../../../wall/web/room.ts'
import { webhooks } from '../../../webhooks/web/room.ts'
import type { WebRoom } from '../../../kit/web/room.ts'

/** Every room of the console, in the order of imports. What is in them, they say themselves. */
export const rooms: readonly WebRoom[] = [
  activity,
  accounts,
  people,
  mail,
  webhooks,
  notifications,
  sla,
  surveys,
  sending,
  responses,
  comments,
  causes,
  rules,
  alerts,
  wall,
  insights,
  demo,
  app,
]

export function fillPorts(): void {
  for (const { fills = [] } of rooms) for (const fill of fills) fill.apply()
}
