import { isDemo, ownOrg } from '../../accounts/server/orgStore.ts'
import { takeOutMembers } from '../../accounts/server/members/membersLeave.ts'
import type { AlertKind } from '../../rules/alertKind.ts'
import type { SystemTx, Tx } from '../../kit/server/db.ts'

// All SQL of the demo that no other room has a use for.

export interface DemoOrg {
  id: string
  name: string
}

/** The demo organisation of this installation, unless it is on its way out. */
export const findDemo = (tx: SystemTx): Promise<DemoOrg | undefined> =>
  tx
    .query<DemoOrg>({
      text: `select id, name from org where settings ->> 'demo' = 'true' and status = 'active' order by id limit 1`,
    })
    .then(({ rows }) => rows[0])

/** Two who make it at once, on whatever node, make one. On a busy machine that takes its time. */
export async function lockMaking(tx: Tx): Promise<void> {
  await tx.query({ text: `set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '10min'` })
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('the demo organisation', 0))` })
}

/** The login that stands for the demo's user, and the organisation's one and only without a password. */
export async function demoLogin(tx: SystemTx, org: string, email: string) {
  const { rows } = await tx.query<{ id: string; name: string; email: string; last_org_id: string | null }>({
    text: `select l.id, l.name, l.email, m.org_id as last_org_id from login l join membership m on m.user_id = l.id
      where m.org_id = $1 and l.email = $2 and l.password_hash is null and not l.operator`,
    values: [org, email],
  })
  return rows[0]
}

export async function ownAccounts(tx: Tx, owners: ReadonlyMap<string, string>): Promise<void> {
  await tx.query({
    text: `update customer_account c set owner_id = p.id, segments = '{"customer": "Business"}'
      from unnest($2::text[], $3::text[]) as o (name, email) join person p on p.org_id = $1 and p.email = o.email
      where c.org_id = $1 and c.name = o.name`,
    values: [tx.org, [...owners.keys()], [...owners.values()]],
  })
}

export interface Origin {
  id: string
  source: string
  locale: string | null
  minutes: number
}

/** Says how past answers came in: not by an import, for there was no other tool before. */
export async function saveOrigins(tx: Tx, importId: string, origins: readonly Origin[]): Promise<void> {
  await tx.query({
    text: `update response r set source = o.source, locale = o.locale, started_at = r.responded_at - o.minutes * interval '1 minute', import_id = null
      from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as o (id, source, locale, minutes) where r.org_id = $1 and r.id = o.id`,
    values: [tx.org, origins.map(o => o.id), origins.map(o => o.source), origins.map(o => o.locale), origins.map(o => o.minutes)],
  })
  await tx.query({ text: 'delete from response_import where org_id = $1 and id = $2', values: [tx.org, importId] })
}

/** What an alert is, and whose: no more than the story needs to go on. */
export async function caseOf(
  tx: Tx,
  id: string,
): Promise<{ kind: AlertKind; owner: { id: string; name: string; email: string | null } }> {
  const { rows } = await tx.query<{ kind: AlertKind; id: string; name: string; email: string | null }>({
    name: 'demo-case',
    text: `select a.kind, p.id, coalesce(p.name, '') as name, p.email from alert a join person p on p.org_id = a.org_id and p.id = a.owner_id
      where a.org_id = $1 and a.id = $2`,
    values: [tx.org, id],
  })
  const { kind, ...owner } = rows[0]!
  return { kind, owner }
}

/** The customer said that it is settled. */
export async function confirmAlert(tx: Tx, id: string): Promise<void> {
  await tx.query({
    text: `update alert set state = 'confirmed', confirmed_at = $3 where org_id = $1 and id = $2`,
    values: [tx.org, id, tx.now],
  })
}

/** What was told of long ago was read long ago; and nothing that the past would have mailed leaves the building. */
export async function settlePast(tx: Tx): Promise<void> {
  const recent = new Date(tx.now.getTime() - 2 * 86_400_000)
  await tx.query({
    text: `update notification set read_at = created_at + interval '1 hour', mail_at = null where org_id = $1 and created_at < $2`,
    values: [tx.org, recent],
  })
  await tx.query({ text: `update notification set mail_at = null where org_id = $1`, values: [tx.org] })
  await tx.query({ text: `update outbox set state = 'kept' where org_id = $1 and state = 'waiting'`, values: [tx.org] })
}

/** Lets the demo's person stand for this login: their day is the visitor's day. */
export async function standFor(tx: Tx, email: string, userId: string): Promise<void> {
  await tx.query({ text: 'update person set user_id = null where org_id = $1 and user_id = $2', values: [tx.org, userId] })
  await tx.query({ text: 'update person set user_id = $3 where org_id = $1 and email = $2', values: [tx.org, email, userId] })
}

export const isMember = async (tx: Tx, userId: string): Promise<boolean> =>
  (await tx.query({ text: 'select 1 from membership where org_id = $1 and user_id = $2', values: [tx.org, userId] })).rowCount ===
  1

/** A visit: where the login belongs stays as it was, so that its own mail goes its own way. */
export async function visitIn(tx: SystemTx, sessionId: string, org: string): Promise<void> {
  await tx.query({ text: 'update session set org_id = $2 where id = $1', values: [sessionId, org] })
}

/** Leads everybody who is at work in it and belongs somewhere else back there. */
export async function leadHome(tx: SystemTx, org: string): Promise<void> {
  await tx.query({
    text: `update session s set org_id = (select m.org_id from membership m where m.user_id = s.user_id and m.org_id <> $1
      and m.accepted_at is not null order by m.created_at limit 1) where s.org_id = $1`,
    values: [org],
  })
}

export async function markGoing(tx: Tx): Promise<void> {
  await tx.query({ text: `update org set status = 'deleting', delete_after = $2 where id = $1`, values: [tx.org, tx.now] })
}

// ---- while somebody watches

/** False once it is being removed. */
export const isOpenDemo = async (tx: Tx): Promise<boolean> => (await isDemo(tx)) && (await ownOrg(tx)).status === 'active'

/** Whether somebody asked for anything in it in the last minutes. */
export const isWatched = async (tx: SystemTx, org: string, minutes: number): Promise<boolean> =>
  (
    await tx.query({
      text: `select 1 from session where org_id = $1 and last_seen_at > now() - make_interval(mins => $2) limit 1`,
      values: [org, minutes],
    })
  ).rowCount === 1

/** How many answers of this source came in the last day. */
export async function countSimulated(tx: Tx, source: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    text: `select count(*)::int as n from response where org_id = $1 and source = $2 and responded_at > $3`,
    values: [tx.org, source, new Date(tx.now.getTime() - 86_400_000)],
  })
  return rows[0]!.n
}

// ---- when the installation gets its operator

/** The same from inside another organisation, which sees itself only: for this one question the transaction stands in none. */
export async function findDemoFrom(tx: Tx): Promise<DemoOrg | undefined> {
  await tx.query({ text: `set local app.org = ''` })
  const demo = await findDemo(tx)
  await tx.query({ text: `set local app.org = '${tx.org}'` })
  return demo
}

/** Ends all sessions in it and those of its user, who is nobody's login: no password, no link that still opens. */
export async function endVisits(tx: SystemTx, org: string, email: string): Promise<void> {
  const user = '(select id from login where email = $1 and not operator)'
  await tx.query({ text: `delete from session where org_id = $2 or user_id = ${user}`, values: [email, org] })
  await tx.query({ text: `delete from sign_in_ticket where user_id = ${user}`, values: [email] })
  await tx.query({ text: `delete from second_factor where user_id = ${user}`, values: [email] })
  await tx.query({ text: `update login set password_hash = null where id = ${user}`, values: [email] })
}

export async function revokeKeys(tx: Tx): Promise<void> {
  await tx.query({
    text: 'update api_key set revoked_at = $2 where org_id = $1 and revoked_at is null',
    values: [tx.org, tx.now],
  })
}

/** Whoever was invited into it by a visitor. */
export async function removeGuests(tx: Tx, email: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>({
    text: `select m.user_id as id from membership m join login l on l.id = m.user_id
      where m.org_id = $1 and l.email <> $2 and not l.operator order by 1 for update of m`,
    values: [tx.org, email],
  })
  await takeOutMembers(
    tx,
    rows.map(({ id }) => id),
  )
}
