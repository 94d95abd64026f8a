import type { Result } from '../../kit/contract.ts'
import { makeClient } from '../../kit/web/api.ts'
import { activityContract } from '../contract.ts'

export const activity = makeClient(activityContract)

export type ActivityItem = Result<typeof activityContract.feed>['items'][number]
