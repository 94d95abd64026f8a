import { definePort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { ResponseFilterQuery } from './responseFilter.ts'

/** The responses behind a number that a lower room works out, by its name, within a cut (responses → insights). */
export const drillDown =
  definePort<(tx: Tx, survey: string, number: string, cut: ResponseFilterQuery) => Promise<string[]>>('drillDown')
