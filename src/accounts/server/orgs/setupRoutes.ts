import { implementOpen } from '../../../kit/server/http/implement.ts'
import { setupContract } from '../../contract.ts'
import { demoAvailable } from './demoAvailable.ts'
import { accountSettings } from '../accountSettings.ts'
import { isSetUp } from '../orgStore.ts'
import { setUp } from './setUp.ts'

export const setupRoutes = implementOpen(setupContract, {
  async setupNeeded({ database }) {
    const needed = !(await database.inSystem(isSetUp))
    const { openSignup, graceDays } = accountSettings.call()
    return { needed, demo: demoAvailable.call(), openSignup, graceDays }
  },
  setUp: ({ database }, { body }) => setUp(database, body),
})
