import type { Clock } from '../../kit/server/queue.ts'
import { sealAll } from './seal.ts'

export const activityClocks: readonly Clock[] = [{ name: 'activity.seal', cron: '* * * * *', run: sealAll }]
