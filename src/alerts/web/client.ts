import { makeClient } from '../../kit/web/api.ts'
import { alertsContract } from '../contract.ts'
import { alertWorkContract } from '../workContract.ts'

export const alerts = makeClient(alertsContract)
export const alertWork = makeClient(alertWorkContract)
