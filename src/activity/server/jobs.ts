import type { Clock } from '../../kit/server/queue.ts'
import { sealAll } from './seal.ts'

/** Seals what happened since the last minute, for each organisation. */
export const activityClocks: readonly Clock[] = [{ name: 'activity.seal', cron: '* * * * *', run: sealAll }]
