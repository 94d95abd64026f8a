import { systemCaller } from '../../kit/caller.ts'
import type { Database } from '../../kit/server/db.ts'
import { activeOrgs, type Clock } from '../../kit/server/queue.ts'
import { forgetOldDays } from './contentStore.ts'
import { deleteUnattached } from './fileStore.ts'

const DAY = 86_400_000
const BATCH = 500
/** In one round of one organisation; what is left goes the next hour. */
const BATCHES = 20

/** Files that nobody attached within a day go. */
async function sweepFiles(database: Database): Promise<void> {
  for (const org of await database.inSystem(activeOrgs)) {
    const caller = systemCaller('files')
    for (let batch = 0; batch < BATCHES; batch++) {
      const gone = await database.inOrg(org, caller, tx => deleteUnattached(tx, new Date(tx.now.getTime() - DAY), BATCH))
      if (gone < BATCH) break
    }
    await database.inOrg(org, caller, forgetOldDays)
  }
}

/** Removes files that were uploaded and belong to nothing. */
export const unattachedClock: Clock = { name: 'files.unattached', cron: '37 * * * *', run: sweepFiles }
