import { floorOf } from '../../activity/server/recentDetails.ts'
import type { SystemTx, Tx } from '../../kit/server/db.ts'

// All SQL of following the record: from what happened to what is to be delivered.

/** Organisations that report to anybody. The demo reports to nobody: who looks around there could have us call anywhere. */
export async function orgsWithEndpoints(tx: SystemTx): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'webhook-orgs',
    text: `select o.id from org o where o.status = 'active' and o.settings ->> 'demo' is distinct from 'true'
      and exists (select 1 from webhook_endpoint e where e.org_id = o.id and e.state = 'on')`,
    values: [],
  })
  return rows.map(row => row.id)
}

/** From where on the record is followed: from now, unless it is being followed already. */
export async function beginToFollow(tx: Tx): Promise<void> {
  await tx.query({
    text: `insert into webhook_cursor (org_id, seal, fresh) values ($1, 0, $2) on conflict do nothing`,
    values: [tx.org, floorOf(tx.now)],
  })
  await tx.query({ text: 'select 1 from webhook_cursor where org_id = $1 for update', values: [tx.org] })
  await tx.query({
    text: `update webhook_cursor set fresh = $2,
        seal = (select coalesce(max(number), 0) from activity_seal where org_id = $1)
      where org_id = $1 and not exists (select 1 from webhook_endpoint where org_id = $1 and state = 'on')`,
    values: [tx.org, floorOf(tx.now)],
  })
}

export interface Followed {
  seal: number
  fresh: string
}

/** The turn to follow the record of this organisation; undefined where another node has it. */
export async function lockCursor(tx: Tx): Promise<Followed | undefined> {
  const { rows } = await tx.query<Followed>({
    name: 'webhook-cursor',
    text: 'select seal, fresh from webhook_cursor where org_id = $1 for update skip locked',
    values: [tx.org],
  })
  return rows[0]
}

// What happened, once to each endpoint that asked for such things when it happened.
const toEndpoints = `insert into webhook_delivery (org_id, endpoint_id, event_id, kind, next_at, created_at)
  select $1, e.id, p.id, p.verb, now(), now() from page p
  join webhook_endpoint e on e.org_id = $1 and e.state = 'on' and p.at >= e.since
    and (e.kinds is null or p.verb = any (e.kinds) or split_part(p.verb, '.', 1) || '.*' = any (e.kinds))
  where not exists (select 1 from webhook_delivery d where d.org_id = $1 and d.endpoint_id = e.id and d.event_id = p.id)
  on conflict do nothing returning 1`

/** Rows of the seals after this one. A row is in exactly one seal, and seals are committed in the order of their numbers. */
export async function followSeals(tx: Tx, after: number, limit: number): Promise<{ upTo: number; found: number; added: number }> {
  const { rows } = await tx.query<{ upTo: number | null; found: number; added: number }>({
    name: 'webhook-follow-seals',
    text: `with seals as (select number from activity_seal where org_id = $1 and number > $2 order by number limit $3),
      page as (select a.id, a.verb, a.at from activity a where a.org_id = $1 and a.seal in (select number from seals)),
      added as (${toEndpoints})
      select (select max(number) from seals) as "upTo", (select count(*)::int from seals) as found, (select count(*)::int from added) as added`,
    values: [tx.org, after, limit],
  })
  const { upTo, found, added } = rows[0]!
  return { upTo: upTo ?? after, found, added }
}

/** Rows without a seal yet, by id: quick, but one whose transaction took long may be passed; its seal brings it. */
export async function followFresh(
  tx: Tx,
  after: string,
  limit: number,
): Promise<{ upTo: string | null; found: number; added: number }> {
  const { rows } = await tx.query<{ upTo: string | null; found: number; added: number }>({
    name: 'webhook-follow-fresh',
    text: `with page as (select a.id, a.verb, a.at from activity a where a.org_id = $1 and a.seal is null and a.id > $2 order by a.id limit $3),
      added as (${toEndpoints})
      select (select id from page order by id desc limit 1) as "upTo", (select count(*)::int from page) as found,
        (select count(*)::int from added) as added`,
    values: [tx.org, after, limit],
  })
  return rows[0]!
}

export async function saveCursor(tx: Tx, { seal, fresh }: Followed): Promise<void> {
  await tx.query({
    name: 'webhook-cursor-save',
    text: 'update webhook_cursor set seal = $2, fresh = $3 where org_id = $1 and (seal, fresh) is distinct from ($2, $3)',
    values: [tx.org, seal, fresh],
  })
}
