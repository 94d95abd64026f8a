import { makeClient } from '../../kit/web/api.ts'
import { slaContract } from '../contract.ts'

export const sla = makeClient(slaContract)
