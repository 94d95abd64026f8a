// Applies the migrations to an empty PostgreSQL 15 and writes what came out: db/schema.sql and the types of the queries.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/kit/server/migrate.ts'
import { dumpSchema } from '../test/schema.ts'
import { find15, start15 } from '../test/server15.ts'

const root = join(import.meta.dirname, '..')
const bin = find15()
if (!bin) throw new Error('The binaries of PostgreSQL 15 are needed (Debian: apt-get install postgresql-15)')
const server = await start15(bin, ['-c', 'fsync=off'])
try {
  const pool = new pg.Pool({ connectionString: server.url })
  await migrate(pool)
  await pool.end()
  writeFileSync(join(root, 'db/schema.sql'), dumpSchema(server))
  const types = join(root, 'src/kit/server/schema.generated.ts')
  execFileSync(
    join(root, 'node_modules/.bin/kysely-codegen'),
    [
      '--dialect=postgres',
      `--url=${server.url}`,
      `--out-file=${types}`,
      '--numeric-parser=number',
      '--date-parser=string',
      '--exclude-pattern=schema_migration',
      '--default-schema=public',
      '--include-pattern=public.*',
      '--type-mapping={"int8":"number"}',
    ],
    { stdio: 'inherit' },
  )
} finally {
  await server.stop()
}
