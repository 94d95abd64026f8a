import type { Tx } from './db.ts'

/**
 * To be called after a table has grown a lot within one transaction, before rows that refer to it are written: the plans
 * with which PostgreSQL checks foreign keys are kept per connection, and one that was made while the table was tiny reads
 * the whole table for each new row.
 */
export const replanChecks = (tx: Tx) => tx.query({ text: 'discard plans' })
