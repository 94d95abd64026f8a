import type { Tx } from '../../kit/server/db.ts'

export interface StoredFile {
  id: string
  name: string
  type: string
  size: number
  thumbnail: boolean
  digest: Buffer
  byId: string
  attached: boolean
}

const columns = `f.id, f.name, f.type, f.digest, f.by_id as "byId", f.attached_at is not null as attached, c.size, c.thumbnail is not null as thumbnail`
const tables = `file f join file_content c on c.org_id = f.org_id and c.digest = f.digest`

export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const { rows } = await tx.query<StoredFile>({
    text: `select ${columns} from ${tables} where f.org_id = $1 and f.id = $2`,
    values: [tx.org, id],
  })
  return rows[0]
}

export interface NewFile {
  id: string
  name: string
  type: string
  digest: Buffer
}

export async function insertFile(tx: Tx, { id, name, type, digest }: NewFile): Promise<void> {
  await tx.query({
    text: 'insert into file (org_id, id, name, type, digest, by_id, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [tx.org, id, name, type, digest, tx.caller.id, tx.now],
  })
}

/** Makes those that belong to nobody yet, and were uploaded by the caller, belong to something. Returns which it could. */
export async function markAttached(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  const { rows } = await tx.query<StoredFile>({
    text: `update file f set attached_at = $3 from file_content c
      where f.org_id = $1 and f.id = any($2) and f.attached_at is null and f.by_id = $4 and c.org_id = f.org_id and c.digest = f.digest
      returning ${columns}`,
    values: [tx.org, ids, tx.now, tx.caller.id],
  })
  return rows
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.query({ text: 'delete from file where org_id = $1 and id = $2', values: [tx.org, id] })
}

export async function deleteUnattached(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `delete from file where org_id = $1 and id in (
        select id from file where org_id = $1 and attached_at is null and uploaded_at < $2 order by uploaded_at limit $3 for update skip locked)`,
    values: [tx.org, before, limit],
  })
  return rowCount ?? 0
}

export async function deleteOlder(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rowCount } = await tx.query({
    text: `delete from file where org_id = $1 and id in (
        select id from file where org_id = $1 and uploaded_at < $2 order by uploaded_at limit $3)`,
    values: [tx.org, before, limit],
  })
  return rowCount ?? 0
}

// A name may be longer afterwards than a new one could be: nothing depends on it.
export async function replaceInNames(tx: Tx, word: string, by: string): Promise<void> {
  await tx.query({
    text: 'update file set name = replace(name, $2, $3) where org_id = $1 and position($2 in name) > 0',
    values: [tx.org, word, by],
  })
}

/** Every file of the organisation after this one, in the order of their ids. */
export async function listFiles(tx: Tx, after: string | undefined, limit: number): Promise<StoredFile[]> {
  const { rows } = await tx.query<StoredFile>({
    text: `select ${columns} from ${tables} where f.org_id = $1 and ($2::uuid is null or f.id > $2) order by f.id limit $3`,
    values: [tx.org, after ?? null, limit],
  })
  return rows
}
