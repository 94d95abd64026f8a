import { makeClient } from '../../kit/web/api.ts'
import { surveysContract } from '../../surveys/contract.ts'
import { alertsContract } from '../contract.ts'
import { alertRulesContract } from '../ruleContract.ts'
import { wallContract } from '../wallContract.ts'
import { alertWorkContract } from '../workContract.ts'

export const alerts = makeClient(alertsContract)
export const alertRules = makeClient(alertRulesContract)
export const surveys = makeClient(surveysContract)
export const alertWork = makeClient(alertWorkContract)
export const wall = makeClient(wallContract)
