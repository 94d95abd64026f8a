import { makeClient } from '../../kit/web/api.ts'
import { webhooksContract } from '../webhookContract.ts'

export const webhooks = makeClient(webhooksContract)
