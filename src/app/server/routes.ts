import { accountsRoom } from '../../accounts/server/routes.ts'
import { logoPages } from '../../accounts/server/settings/settingsRoutes.ts'
import { activityRoom } from '../../activity/server/routes.ts'
import { confirmationRoom } from '../../alerts/server/confirmation/confirmationRoom.ts'
import { policyReplayRoom } from '../../alerts/server/policyReplay/policyReplayRoom.ts'
import { alertsRoom } from '../../alerts/server/routes.ts'
import { alertReplaysRoom, alertRulesRoom } from '../../rules/server/routes.ts'
import { alertWorkRoom } from '../../alerts/server/work/workRoutes.ts'
import { wallRoom } from '../../wall/server/wallRoutes.ts'
import { causeFixRoom } from '../../causes/server/fixRoutes.ts'
import { causesRoom } from '../../causes/server/routes.ts'
import { commentsRoom } from '../../comments/server/routes.ts'
import { demoRoom, samplePages } from '../../demo/server/routes.ts'
import { filesRoom, uploadRoom } from '../../files/server/routes.ts'
import { digestOffRoom } from '../../insights/server/digestOffRoom.ts'
import { insightsRoom, viewsRoom } from '../../insights/server/routes.ts'
import { searchRoom } from './search.ts'
import type { Room } from '../../kit/server/http/implement.ts'
import { draftPreview } from '../../respond/server/draftPreview.ts'
import { respondentPages } from '../../respond/server/pages.ts'
import { responsesRoom } from '../../responses/server/routes.ts'
import { surveyLogoPages, surveyLogoRoom } from '../../surveys/server/logoRoutes.ts'
import { surveysRoom } from '../../surveys/server/routes.ts'
import { embedRoom } from '../../sending/server/embedRoom.ts'
import { optOutRoom } from '../../sending/server/optOut/optOutRoom.ts'
import { sendingRoom } from '../../sending/server/routes.ts'
import { peopleRoom } from '../../people/server/routes.ts'
import { outboxRoom } from '../../mail/server/routes.ts'
import { slaRoom } from '../../sla/server/routes.ts'
import { notificationsRoom } from '../../notifications/server/routes.ts'
import { webhooksRoom } from '../../webhooks/server/routes.ts'

/** Every room that answers requests, in order of import. What each route needs stands in its contract; who has it, in accounts/permissions.ts. */
export const rooms: readonly Room[] = [
  activityRoom,
  accountsRoom,
  peopleRoom,
  filesRoom,
  uploadRoom,
  outboxRoom,
  notificationsRoom,
  webhooksRoom,
  slaRoom,
  surveysRoom,
  surveyLogoRoom,
  sendingRoom,
  responsesRoom,
  draftPreview,
  commentsRoom,
  causesRoom,
  causeFixRoom,
  policyReplayRoom,
  alertReplaysRoom,
  alertRulesRoom,
  alertsRoom,
  alertWorkRoom,
  wallRoom,
  searchRoom,
  insightsRoom,
  viewsRoom,
  demoRoom,
]

/** Pages for people without a login, at their own paths (`/f/…`). */
export const pages: readonly Room[] = [
  logoPages,
  surveyLogoPages,
  respondentPages,
  confirmationRoom,
  optOutRoom,
  digestOffRoom,
  embedRoom,
  samplePages,
]
