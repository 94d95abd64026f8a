import { makeClient } from '../../kit/web/api.ts'
import { notificationsContract } from '../contract.ts'

export const notifications = makeClient(notificationsContract)
