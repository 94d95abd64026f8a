import { eraseOldDetails } from '../../activity/server/store.ts'
import { record } from '../../activity/server/record.ts'
import { systemCaller } from '../../kit/caller.ts'
import { badInput, notFound } from '../../kit/errors.ts'
import { msg } from '../../kit/i18n.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { Log } from '../../kit/server/log.ts'
import { activeOrgs, type Clock } from '../../kit/server/queue.ts'
import type { Retention } from '../erasureContract.ts'
import { type Retainer, retainers } from './personalData.ts'

const BATCH = 1_000
/** In one night of one organisation and kind; what is left goes the next night. */
const BATCHES = 200
const DAY = 86_400_000

const own: readonly Retainer[] = [
  {
    kind: 'activity',
    what: msg('Details in the record of what happened'),
    fate: msg('The details are deleted; the sealed entries stay'),
    leastDays: 30,
    sweep: eraseOldDetails,
  },
  {
    kind: 'outbox',
    what: msg('Mails that were sent'),
    fate: msg('What they said is deleted; that they were sent stays'),
    leastDays: 7,
    sweep: blankOldMails,
  },
]

const all = () => [...own, ...retainers.all()]

async function blankOldMails(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `update outbox set payload = '{"expired": true}', reply = null where org_id = $1 and id in (
        select id from outbox where org_id = $1 and created_at < $2 and state in ('sent', 'kept', 'failed', 'cancelled')
          and payload <> '{"expired": true}' and payload <> '{"erased": true}' order by created_at limit $3)`,
    values: [tx.org, before, limit],
  })
  return rowCount ?? 0
}

export async function listRetention(tx: Tx): Promise<Retention[]> {
  const days = await retentionDays(tx)
  return all().map(({ kind, what, fate, leastDays }) => ({ kind, what, fate, leastDays, days: days.get(kind) ?? null }))
}

export async function setRetention(tx: Tx, kind: string, days: number | null): Promise<void> {
  const retainer = all().find(one => one.kind === kind)
  if (!retainer) throw notFound('kind of data')
  if (days !== null && days < retainer.leastDays)
    throw badInput('days', `This must be kept for at least ${retainer.leastDays} days.`)
  const before = (await retentionDays(tx)).get(kind) ?? null
  await saveRetention(tx, kind, days)
  await record(tx, 'retention.changed', { type: 'org', id: tx.org }, { kind, from: before, to: days })
}

async function retentionDays(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.db.selectFrom('retention').select(['kind', 'days']).where('org_id', '=', tx.org).execute()
  return new Map(rows.map(row => [row.kind, row.days]))
}

async function saveRetention(tx: Tx, kind: string, days: number | null): Promise<void> {
  if (days === null) await tx.db.deleteFrom('retention').where('org_id', '=', tx.org).where('kind', '=', kind).execute()
  else
    await tx.query({
      text: 'insert into retention (org_id, kind, days) values ($1, $2, $3) on conflict (org_id, kind) do update set days = excluded.days',
      values: [tx.org, kind, days],
    })
}

/** Deletes or pseudonymises what is older than each organisation wants, in small transactions. */
export async function sweepRetention(database: Database, log: Log): Promise<void> {
  for (const org of await database.inSystem(activeOrgs)) {
    const inOrg = <T>(work: (tx: Tx) => Promise<T>) => database.inOrg(org, systemCaller('retention'), work)
    const days = await inOrg(retentionDays)
    for (const retainer of all()) {
      const kept = days.get(retainer.kind)
      if (kept === undefined) continue
      const gone = await sweepKind(inOrg, retainer, kept)
      if (gone > 0) log.info({ org, kind: retainer.kind, gone }, 'retention')
    }
  }
}

async function sweepKind(
  inOrg: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  retainer: Retainer,
  days: number,
): Promise<number> {
  let gone = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const n = await inOrg(tx => retainer.sweep(tx, new Date(tx.now.getTime() - days * DAY), BATCH))
    gone += n
    if (n < BATCH) break
  }
  if (gone > 0) await inOrg(tx => record(tx, 'retention.swept', { type: 'org', id: tx.org }, { kind: retainer.kind, days, gone }))
  return gone
}

export const retentionClock: Clock = { name: 'people.retention', cron: '23 2 * * *', run: sweepRetention }
