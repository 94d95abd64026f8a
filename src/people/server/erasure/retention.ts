import { ownSettings } from '../../../accounts/server/orgStore.ts'
import type { OrgSettings } from '../../../accounts/orgSettings.ts'
import { record } from '../../../activity/server/record.ts'
import { eraseOldDetails } from '../../../activity/server/activityStore.ts'
import { systemCaller } from '../../../kit/caller.ts'
import type { Database, Tx } from '../../../kit/server/db.ts'
import type { Log } from '../../../kit/server/log.ts'
import { activeOrgs, type Clock } from '../../../kit/server/queue.ts'
import { type RetentionSweeper, retentionSweepers } from '../personalDataPorts.ts'

const BATCH = 1_000
/** In one night of one organisation and kind; what is left goes the next night. */
const BATCHES = 200
const DAY = 86_400_000

const own: readonly RetentionSweeper[] = [{ kind: 'activityDetails', sweep: eraseOldDetails }]

type InOrg = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Deletes or pseudonymises what is older than each organisation wants to keep, in small transactions. */
export async function sweepRetention(database: Database, log: Log): Promise<void> {
  for (const org of await database.inSystem(activeOrgs)) {
    const inOrg: InOrg = work => database.inOrg(org, systemCaller('retention'), work)
    const kept = await inOrg(retentionOf)
    for (const retainer of [...own, ...retentionSweepers.all()]) {
      const days = kept[retainer.kind]
      const gone = days ? await sweepKind(inOrg, retainer, days) : 0
      if (gone > 0) log.info({ org, kind: retainer.kind, gone }, 'retention')
    }
  }
}

const retentionOf = async (tx: Tx): Promise<NonNullable<OrgSettings['retention']>> => (await ownSettings(tx)).retention ?? {}

async function sweepKind(inOrg: InOrg, retainer: RetentionSweeper, days: number): Promise<number> {
  let gone = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const n = await inOrg(tx => retainer.sweep(tx, new Date(tx.now.getTime() - days * DAY), BATCH))
    gone += n
    if (n < BATCH) break
  }
  if (gone > 0) {
    const detail = { kind: retainer.kind, days, gone }
    await inOrg(tx => record(tx, 'retention.swept', { type: 'org', id: tx.org }, detail))
  }
  return gone
}

/** Removes what is older than the organisation wants to keep it. */
export const retentionClock: Clock = { name: 'people.retention', cron: '23 2 * * *', run: sweepRetention }
