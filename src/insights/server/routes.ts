import { implement } from '../../kit/server/http/implement.ts'
import { insightsContract } from '../contract.ts'
import { causesOf } from './causes.ts'
import { summarise } from './summary.ts'

export const insightsRoom = implement(insightsContract, {
  insightsCauses: (tx, { query }) => causesOf(tx, query),
  insightsSummary: (tx, { query }) => summarise(tx, query),
})
