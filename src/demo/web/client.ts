import { makeClient } from '../../kit/web/api.ts'
import { demoContract } from '../contract.ts'

export const demo = makeClient(demoContract)
