import type { Clock } from '../../kit/server/queue.ts'
import { removeDueOrgs } from './orgs/removeOrg.ts'
import { sweepSignIn } from './signIn/sweepSignIn.ts'

export const accountClocks: readonly Clock[] = [
  { name: 'accounts.remove-organisations', cron: '17 * * * *', run: removeDueOrgs },
  { name: 'accounts.sweep-sign-in', cron: '43 * * * *', run: sweepSignIn },
]
