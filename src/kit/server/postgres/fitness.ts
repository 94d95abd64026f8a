import type pg from 'pg'

const OLDEST = 15

/** What a server is, and what keeps the product from working on it. */
export async function examineServer(pool: pg.Pool): Promise<{ major: number; unfit?: { seen: string; advice: string } }> {
  const { rows } = await pool.query(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding`,
  )
  const { major, encoding } = rows[0]
  if (major < OLDEST) return { major, unfit: { seen: `PostgreSQL ${major}`, advice: `Use PostgreSQL ${OLDEST} or newer.` } }
  // In any other one, words of some language cannot be stored, or cannot be compared.
  if (encoding !== 'UTF8')
    return {
      major,
      unfit: {
        seen: `a database in ${encoding}`,
        advice: `Make one with “create database … template template0 encoding 'UTF8'”.`,
      },
    }
  return { major }
}
