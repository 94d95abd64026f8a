import { ok } from '../../kit/contract.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { insightsContract } from '../contract.ts'
import { viewsContract } from '../viewContract.ts'
import { causesOf, quartersOf } from './causes.ts'
import { driversFor } from './drivers.ts'
import { insightsCsv, insightsXlsx } from './exporting.ts'
import { readLoopNumbers } from './loop.ts'
import { readSegmentTables } from './segments.ts'
import { summarise } from './summary.ts'
import { dropView, keepView, listViews } from './views.ts'

export const insightsRoutes = implement(insightsContract, {
  insightsCauses: (tx, { query }) => causesOf(tx, query),
  insightsSummary: (tx, { query }) => summarise(tx, query),
  insightsSegments: (tx, { query }) => readSegmentTables(tx, query),
  insightsLoop: (tx, { query }) => readLoopNumbers(tx, query),
  insightsQuarters: (tx, { query }) => quartersOf(tx, query),
  insightsDrivers: (tx, { query }) => driversFor(tx, query),
  insightsCsv: (tx, { query }) => insightsCsv(tx, query),
  insightsXlsx: (tx, { query }) => insightsXlsx(tx, query),
})

export const viewsRoutes = implement(viewsContract, {
  listInsightViews: tx => listViews(tx),
  saveInsightView: (tx, { body }) => keepView(tx, body),
  removeInsightView: async (tx, { params }) => {
    await dropView(tx, params.id)
    return ok
  },
})
