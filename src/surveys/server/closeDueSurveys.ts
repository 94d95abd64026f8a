import { record } from '../../activity/server/record.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { activeOrgs, type Clock } from '../../kit/server/queue.ts'
import { forgetSurvey } from './published.ts'
import { dueToClose, saveSurvey } from './surveyStore.ts'

/** Closes surveys whose closing time has come: nobody can answer them by then, and now the survey says so. */
export const closingClock: Clock = {
  name: 'surveys.close',
  cron: '*/5 * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('surveys.close'), closeDueSurveys)
  },
}

export async function closeDueSurveys(tx: Tx): Promise<void> {
  for (const id of await dueToClose(tx)) {
    await saveSurvey(tx, id, { state: 'closed' })
    await record(tx, 'survey.closed', { type: 'survey', id }, { why: 'date' })
    forgetSurvey(tx, id)
    announce(tx, 'surveys', id)
  }
}
