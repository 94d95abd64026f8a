import { makeClient } from '../../kit/web/api.ts'
import { sendingContract } from '../sendingContract.ts'

export const sending = makeClient(sendingContract)
