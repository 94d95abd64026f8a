import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Bytes } from '../zip.ts'

/** Divisible by three, so that each chunk can be written as base64 by itself. */
export const CHUNK = 255 * 1024

export interface Content extends Bytes {
  digest: Buffer
  thumbnail: Buffer | null
}

/** Keeps bytes that the organisation does not have yet. Its row is locked until the file that refers to it is there as well. */
export async function keepContent(tx: Tx, content: Content): Promise<void> {
  // Whoever removes the last file of the same bytes right now may take them away between the two statements: then they are ours to write.
  for (let round = 0; round < 5; round++) {
    if (await insertContent(tx, content)) return writeChunks(tx, content)
    if (await lockContent(tx, content.digest)) return
  }
  throw new AppError('unavailable', 'The same file is just being removed. Try again in a moment.')
}

async function insertContent(tx: Tx, { digest, size, thumbnail }: Content): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into file_content (org_id, digest, size, thumbnail) values ($1, $2, $3, $4) on conflict do nothing',
    values: [tx.org, digest, size, thumbnail],
  })
  return rowCount === 1
}

async function lockContent(tx: Tx, digest: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'select 1 from file_content where org_id = $1 and digest = $2 for key share',
    values: [tx.org, digest],
  })
  return rowCount === 1
}

async function writeChunks(tx: Tx, { digest, size, read }: Content): Promise<void> {
  for (let number = 0; number * CHUNK < size; number++)
    await tx.query({
      name: 'file-chunk-insert',
      text: 'insert into file_chunk (org_id, digest, number, bytes) values ($1, $2, $3, $4)',
      values: [tx.org, digest, number, await read(number * CHUNK, CHUNK)],
    })
}

export async function readChunk(tx: Tx, digest: Buffer, number: number): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ bytes: Buffer }>({
    name: 'file-chunk',
    text: 'select bytes from file_chunk where org_id = $1 and digest = $2 and number = $3',
    values: [tx.org, digest, number],
  })
  return rows[0]?.bytes
}

export async function readThumbnail(tx: Tx, digest: Buffer): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ thumbnail: Buffer | null }>({
    text: 'select thumbnail from file_content where org_id = $1 and digest = $2',
    values: [tx.org, digest],
  })
  return rows[0]?.thumbnail ?? undefined
}

/** Adds to what the organisation uploaded today; false where that would be more than it may. */
export async function countToday(tx: Tx, size: number, most: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into file_day as d (org_id, day, bytes) select $1, $2::date, $3::bigint where $3::bigint <= $4
      on conflict (org_id, day) do update set bytes = d.bytes + excluded.bytes where d.bytes + excluded.bytes <= $4`,
    values: [tx.org, tx.now.toISOString().slice(0, 10), size, most],
  })
  return rowCount === 1
}

export async function uploadedToday(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ bytes: number }>({
    text: 'select bytes from file_day where org_id = $1 and day = $2::date',
    values: [tx.org, tx.now.toISOString().slice(0, 10)],
  })
  return rows[0]?.bytes ?? 0
}

export async function forgetOldDays(tx: Tx): Promise<void> {
  await tx.query({
    text: `delete from file_day where org_id = $1 and day < $2::timestamptz::date - 7`,
    values: [tx.org, tx.now.toISOString()],
  })
}
