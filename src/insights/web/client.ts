import { makeClient } from '../../kit/web/api.ts'
import { surveysContract } from '../../surveys/contract.ts'
import { insightsContract } from '../contract.ts'

export const insights = makeClient(insightsContract)
export const surveys = makeClient(surveysContract)
