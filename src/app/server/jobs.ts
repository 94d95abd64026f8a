import { accountClocks } from '../../accounts/server/jobs.ts'
import { checkGaps, ownersClock } from '../../alerts/server/owners/owners.ts'
import { replayRule } from '../../rules/server/replays.ts'
import { silenceClock } from '../../alerts/server/raise/silence.ts'
import { activityClocks } from '../../activity/server/jobs.ts'
import { customersClock, demoJobs } from '../../demo/server/customers.ts'
import { readAgain, readingClock } from '../../comments/server/jobs.ts'
import type { Clock, Job } from '../../kit/server/queue.ts'
import { mailNotifications, mailToPerson, notificationClock } from '../../notifications/server/mailNotifications.ts'
import { digestClock, mailDigest } from '../../insights/server/weeklyDigest.ts'
import { webhookLogClock } from '../../webhooks/server/sweep.ts'
import { replan } from '../../sla/server/replan.ts'
import { inviteNow } from '../../sending/server/invite/inviteJob.ts'
import { unattachedClock } from '../../files/server/sweep.ts'
import { retentionClock } from '../../people/server/erasure/retention.ts'
import { mergingClock } from '../../responses/server/jobs.ts'
import { closingClock } from '../../surveys/server/closing.ts'
import { beginSend, remindNow, sendingClock } from '../../sending/server/jobs.ts'

/** Every kind of work and every clock of the product, on one page. */
export const jobs: readonly Job<never>[] = [
  beginSend,
  inviteNow,
  remindNow,
  mailNotifications,
  mailToPerson,
  mailDigest,
  ...demoJobs,
  readAgain,
  replan,
  replayRule,
  checkGaps,
]

export const clocks: readonly Clock[] = [
  sendingClock,
  closingClock,
  readingClock,
  mergingClock,
  ...activityClocks,
  ...accountClocks,
  retentionClock,
  unattachedClock,
  notificationClock,
  webhookLogClock,
  digestClock,
  customersClock,
  silenceClock,
  ownersClock,
]
