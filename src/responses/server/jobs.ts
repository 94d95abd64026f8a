import { systemCaller } from '../../kit/caller.ts'
import { activeOrgs, type Clock } from '../../kit/server/queue.ts'
import { today } from '../../people/server/today.ts'
import { MERGED_AT_ONCE, mergeSlots } from './numbers/rollupStore.ts'

/** Each night the slots of days that are over become one row each: dashboards then read what there is, not who wrote it. */
export const mergingClock: Clock = {
  name: 'responses.merge-rollups',
  cron: '17 3 * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs)) {
      const merge = () =>
        database.inOrg(org, systemCaller('responses.merge-rollups'), async tx => mergeSlots(tx, await today(tx)))
      for (let n = await merge(); n >= MERGED_AT_ONCE; ) n = await merge()
    }
  },
}
