import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startProduct } from '../product.ts'
import { find15, start15 } from '../server15.ts'

const settings = ['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=16GB', '-c', 'synchronous_commit=off']

/** The product on a PostgreSQL 15 of its own, with a connection past the product for what is made by SQL; gone afterwards. */
export async function onProduct<T>(measure: (url: string, client: pg.Client) => Promise<T>): Promise<T> {
  const bin = find15()
  if (!bin) throw new Error('The binaries of PostgreSQL 15 are needed (Debian: apt-get install postgresql-15)')
  const server = await start15(bin, settings)
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-bench-'))
  const client = new pg.Client({ connectionString: server.url })
  try {
    const product = await startProduct({ DATABASE_URL: server.url, DATA_DIR: dir, RATE_LIMIT: '1000000' })
    try {
      await client.connect()
      return await measure(product.url, client)
    } finally {
      await product.stop()
    }
  } finally {
    await client.end().catch(() => {})
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
