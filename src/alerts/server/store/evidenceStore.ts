import type { StoredFile } from '../../../files/server/fileStore.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { isInvolvedSql, type Viewer } from './alertStore.ts'

export async function insertEvidence(tx: Tx, contactId: string, files: readonly string[]): Promise<void> {
  await tx.query({
    text: `insert into alert_contact_file (org_id, contact_id, file_id, place)
      select $1, $2, file, place - 1 from unnest($3::uuid[]) with ordinality as given (file, place)`,
    values: [tx.org, contactId, files],
  })
}

/** The alert that holds a file, where the caller may see it. */
export async function findEvidence(
  tx: Tx,
  fileId: string,
  { units, me }: Viewer,
): Promise<{ alertId: string; name: string } | undefined> {
  const { rows } = await tx.query<{ alertId: string; name: string }>({
    text: `select a.id as "alertId", f.name from alert_contact_file e
      join file f on f.org_id = e.org_id and f.id = e.file_id
      join alert_contact k on k.org_id = e.org_id and k.id = e.contact_id
      join alert a on a.org_id = k.org_id and a.id = k.alert_id
      where e.org_id = $1 and e.file_id = $2 and ($3::uuid[] is null or a.unit_id = any($3) or a.owner_id = $4 or ${isInvolvedSql('$4')})`,
    values: [tx.org, fileId, units, me],
  })
  return rows[0]
}

/** The file itself goes with it. */
export async function deleteEvidence(tx: Tx, fileId: string): Promise<void> {
  await tx.query({ text: 'delete from alert_contact_file where org_id = $1 and file_id = $2', values: [tx.org, fileId] })
}

const ofPerson = `alert_contact_file e
  join alert_contact k on k.org_id = e.org_id and k.id = e.contact_id
  join alert a on a.org_id = k.org_id and a.id = k.alert_id and a.person_id = $2`

export async function countEvidenceOf(tx: Tx, personId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({
    text: `select count(*)::int as n from ${ofPerson} where e.org_id = $1`,
    values: [tx.org, personId],
  })
  return rows[0]!.n
}

export async function deleteEvidenceOf(tx: Tx, personId: string): Promise<void> {
  await tx.query({
    text: `delete from alert_contact_file where org_id = $1 and file_id in (select e.file_id from ${ofPerson} where e.org_id = $1)`,
    values: [tx.org, personId],
  })
}

export async function evidenceOf(tx: Tx, personId: string): Promise<StoredFile[]> {
  const { rows } = await tx.query<StoredFile>({
    text: `select f.id, f.name, f.type, f.digest, c.size from ${ofPerson}
      join file f on f.org_id = e.org_id and f.id = e.file_id
      join file_content c on c.org_id = f.org_id and c.digest = f.digest
      where e.org_id = $1 order by e.file_id`,
    values: [tx.org, personId],
  })
  return rows
}
