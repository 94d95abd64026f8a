import { makeClient } from '../../kit/web/api.ts'
import { surveysContract } from '../../surveys/contract.ts'
import { alertRulesContract } from '../ruleContract.ts'

export const alertRules = makeClient(alertRulesContract)
export const surveys = makeClient(surveysContract)
