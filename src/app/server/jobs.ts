import { accountClocks } from '../../accounts/server/jobs.ts'
import { activityClocks } from '../../activity/server/jobs.ts'
import type { Clock, Job } from '../../kit/server/queue.ts'
import { mailNotifications, notificationClock } from '../../notifications/server/mailNotifications.ts'

/** Every kind of work and every clock of the product, on one page. */
export const jobs: readonly Job<never>[] = [mailNotifications]

export const clocks: readonly Clock[] = [...activityClocks, ...accountClocks, notificationClock]
