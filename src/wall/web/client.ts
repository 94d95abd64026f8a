import { makeClient } from '../../kit/web/api.ts'
import { wallContract } from '../wallContract.ts'

export const wall = makeClient(wallContract)
