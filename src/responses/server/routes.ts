import { notFound } from '../../kit/errors.ts'
import { implement, implementOpen, type Routes } from '../../kit/server/http/implement.ts'
import { findSurvey } from '../../surveys/server/surveyStore.ts'
import { responsesContract } from '../contract.ts'
import { metricsContract } from '../metricsContract.ts'
import { browseContract } from '../browseContract.ts'
import { responseContextContract } from '../responseContextContract.ts'
import { toPage } from '../../kit/paging.ts'
import { submitFromApi } from './intake/submitFromApi.ts'
import { importHistory, undoImport } from './importing/importHistory.ts'
import { listImports } from './importing/importStore.ts'
import { metricOf, seriesOf } from './numbers/metrics.ts'
import { browseResponses, readResponseDetail } from './read/browseResponses.ts'
import { resultsOf } from './numbers/results.ts'
import { answersOfPerson, facetsOf, responseContextOf } from './history/responseContext.ts'
import { csvOf, xlsxOf } from './read/exportResponses.ts'

const intakeRoom = implement(responsesContract, {
  submitResponse: async (tx, { params, body }) => submitFromApi(tx, params.id, body),
  importResponses: async (tx, { params, query, body }) =>
    importHistory(tx, params.id, body, { map: query.map, createUnits: query.createUnits, dryRun: query.dry_run }),
  listImports: async (tx, { params, query }) => {
    if (!(await findSurvey(tx, params.id))) throw notFound('survey')
    const page = toPage(await listImports(tx, params.id, query.limit, query.cursor), query.limit, row => [row.id])
    return {
      ...page,
      items: page.items.map(row => ({
        id: row.id,
        imported: row.imported,
        skipped: row.skipped,
        createdBy: row.created_by,
        createdAt: row.created_at.toISOString(),
        undoneAt: row.undone_at?.toISOString() ?? null,
        undoneBy: row.undone_by,
      })),
    }
  },
  undoImport: async (tx, { params }) => undoImport(tx, params.id),
})

const metricsRoom = implement(metricsContract, {
  getMetric: async (tx, { params, query }) => metricOf(tx, params.id, params.metric, query),
  getSeries: async (tx, { params, query }) => seriesOf(tx, params.id, params.metric, query),
  getResults: async (tx, { params, query }) => resultsOf(tx, params.id, query),
})

const { listResponses, getResponse, exportCsv, exportXlsx } = browseContract

const readingRoom = implement(
  { listResponses, getResponse },
  {
    listResponses: async (tx, { params, query }) => browseResponses(tx, params.id, query),
    getResponse: async (tx, { params }) => readResponseDetail(tx, params.id),
  },
)

// Files of any size: they open a transaction a page.
const exportRoom = implementOpen(
  { exportCsv, exportXlsx },
  {
    exportCsv: async (context, { params, query }) => csvOf(context, params.id, query),
    exportXlsx: async (context, { params, query }) => xlsxOf(context, params.id, query),
  },
)

const trailRoom = implement(responseContextContract, {
  getFacets: async (tx, { params }) => facetsOf(tx, params.id),
  getTrail: async (tx, { params }) => responseContextOf(tx, params.id),
  listPersonResponses: async (tx, { params }) => ({ items: await answersOfPerson(tx, params.id), nextCursor: null }),
})

const parts: readonly Routes[] = [intakeRoom, metricsRoom, readingRoom, trailRoom, exportRoom]

export const responsesRoutes: Routes = {
  contract: Object.assign({}, ...parts.map(part => part.contract)),
  mount: (app, options) => parts.forEach(part => part.mount(app, options)),
}
