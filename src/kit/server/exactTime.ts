import { type RawBuilder, sql } from 'kysely'

/** A time as a cursor keeps it. A Date holds milliseconds, a row microseconds: what paged by the Date would skip or repeat rows. */
export const exactTime = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
