import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

// Causes are named by alerts, which lie in a room below: it fills in by whom and how often.

/** How many alerts name each cause. */
export const causeUses = definePort<(tx: Tx) => Promise<Map<string, number>>>('causeUses')

export interface CauseCustomer {
  personId: string
  said: string | null
  locale: string | null
  /** Was told of this fix before. */
  told: boolean
}

export interface NamingPeriod {
  from?: string | undefined
  to?: string | undefined
}

/** Customers who have an alert with this cause or one below it, each once, with their latest comment. Of anonymous answers nobody is known. */
export const customersOfCause =
  definePort<(tx: Tx, fixId: string, causeId: string, period: NamingPeriod) => Promise<CauseCustomer[]>>('namersOfCause')
