import { systemCaller } from '../../kit/caller.ts'
import { activeOrgs, type Clock } from '../../kit/server/queue.ts'
import { deleteOldDeliveries } from './deliveryStore.ts'

const KEPT_MS = 30 * 86_400_000
const AT_ONCE = 2000

/** Removes what stands in the log of webhooks for more than thirty days. */
export const webhookLogClock: Clock = {
  name: 'webhooks.log',
  cron: '23 2 * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs)) {
      const sweep = () =>
        database.inOrg(org, systemCaller('webhooks.log'), tx =>
          deleteOldDeliveries(tx, new Date(tx.now.getTime() - KEPT_MS), AT_ONCE),
        )
      while ((await sweep()) === AT_ONCE);
    }
  },
}
