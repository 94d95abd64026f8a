import { makeClient } from '../../kit/web/api.ts'
import { surveysContract } from '../../surveys/contract.ts'
import { insightsContract } from '../contract.ts'
import { viewsContract } from '../viewContract.ts'

export const insights = makeClient(insightsContract)
export const savedViews = makeClient(viewsContract)
export const surveys = makeClient(surveysContract)
