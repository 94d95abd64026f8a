import { makeClient } from '../../kit/web/api.ts'
import { outboxContract } from '../contract.ts'

export const outbox = makeClient(outboxContract)
