import { ok } from '../../kit/contract.ts'
import { writeCsv } from '../../kit/server/csv.ts'
import { implementOpen } from '../../kit/server/http/implement.ts'
import { demoContract, sampleContract } from '../contract.ts'
import { feedbackRows, peopleRows, unitRows } from '../samples.ts'
import { explore, remove, stateFor } from './visiting.ts'

export const demoRoutes = implementOpen(demoContract, {
  demoState: context => stateFor(context),
  async exploreDemo(context) {
    await explore(context)
    return ok
  },
  async removeDemo(context) {
    await remove(context)
    return ok
  },
})

const SAMPLE_CUSTOMERS = 200

const samples = {
  'units.csv': () => unitRows(),
  'people.csv': () => peopleRows(SAMPLE_CUSTOMERS),
  'feedback.csv': () => feedbackRows(new Date()),
}

/** Files for who has no data at hand. */
export const samplePages = implementOpen(sampleContract, {
  sample: async (_context, { params }) => ({
    filename: params.file,
    contentType: 'text/csv; charset=utf-8',
    content: writeCsv(samples[params.file]()),
  }),
})
