import { makeClient } from '../../kit/web/api.ts'
import { commentsContract } from '../contract.ts'

export const comments = makeClient(commentsContract)
