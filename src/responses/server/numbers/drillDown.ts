import { definePort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { ResponseFilterQuery } from './responseFilter.ts'

/** Port, filled by insights: the ids of the responses that one of its numbers counts (`drivers`, `cause:<id>` …), within a filter. */
export const drillDown =
  definePort<(tx: Tx, survey: string, number: string, cut: ResponseFilterQuery) => Promise<string[]>>('drillDown')
