import type { Tx } from '../../kit/server/db.ts'
import type { PolicyContent } from '../policy.ts'

export interface PolicyRow {
  id: string
  name: string
  version: number
  archived: boolean
  calendarId: string
  content: PolicyContent
}

const policies = (tx: Tx) =>
  tx.db
    .selectFrom('policy as p')
    .innerJoin('policy_version as v', join =>
      join.onRef('v.org_id', '=', 'p.org_id').onRef('v.policy_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.id', 'p.name', 'p.version', 'p.archived_at', 'v.calendar_id', 'v.content'])
    .where('p.org_id', '=', tx.org)

type PolicyDbRow = { id: string; name: string; version: number; archived_at: Date | null; calendar_id: string; content: unknown }
const rowOf = ({ archived_at, calendar_id, content, ...row }: PolicyDbRow): PolicyRow => ({
  ...row,
  archived: archived_at !== null,
  calendarId: calendar_id,
  content: content as PolicyContent,
})

export async function allPolicies(tx: Tx): Promise<PolicyRow[]> {
  return (await policies(tx).orderBy('p.name').execute()).map(rowOf)
}

export async function policyById(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const row = await policies(tx).where('p.id', '=', id).executeTakeFirst()
  return row && rowOf(row)
}

/** Locked until the transaction ends, so that two editors do not write the same version. */
export async function lockPolicy(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const row = await policies(tx).where('p.id', '=', id).forUpdate().executeTakeFirst()
  return row && rowOf(row)
}

type New = Pick<PolicyRow, 'id' | 'name' | 'calendarId' | 'content'>

export async function insertPolicy(tx: Tx, row: New): Promise<void> {
  await tx.db
    .insertInto('policy')
    .values({ org_id: tx.org, id: row.id, name: row.name, version: 1, created_at: tx.now })
    .execute()
  await insertPolicyVersion(tx, { ...row, version: 1 })
}

export async function updatePolicy(tx: Tx, row: Pick<PolicyRow, 'id' | 'name' | 'version' | 'archived'>): Promise<void> {
  await tx.db
    .updateTable('policy')
    .set(eb => ({
      name: row.name,
      version: row.version,
      archived_at: row.archived ? eb.fn.coalesce('archived_at', eb.val(tx.now)) : null,
    }))
    .where('org_id', '=', tx.org)
    .where('id', '=', row.id)
    .execute()
}

export async function insertPolicyVersion(
  tx: Tx,
  { id, version, calendarId, content }: New & { version: number },
): Promise<void> {
  await tx.db
    .insertInto('policy_version')
    .values({
      org_id: tx.org,
      policy_id: id,
      version,
      calendar_id: calendarId,
      content: JSON.stringify(content),
      valid_from: tx.now,
    })
    .execute()
}

export interface PolicyVersionRow {
  version: number
  calendarId: string
  content: PolicyContent
  from: number
}

/** The versions of some policies, oldest first. */
export async function versionsOfPolicies(tx: Tx, policyIds: readonly string[]): Promise<Map<string, PolicyVersionRow[]>> {
  const { rows } = await tx.query<{
    policy_id: string
    version: number
    calendar_id: string
    content: PolicyContent
    valid_from: Date
  }>({
    name: 'policy-versions',
    text: `select policy_id, version, calendar_id, content, valid_from from policy_version
      where org_id = $1 and policy_id = any($2::uuid[]) order by version`,
    values: [tx.org, policyIds],
  })
  const versions = rows.map(({ calendar_id, valid_from, ...row }) => ({
    ...row,
    calendarId: calendar_id,
    from: valid_from.getTime(),
  }))
  return Map.groupBy(versions, version => version.policy_id)
}
