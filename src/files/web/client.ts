import { makeClient } from '../../kit/web/api.ts'
import { filesContract } from '../contract.ts'

export const files = makeClient(filesContract)
