import { z } from 'zod'
import { email, text } from '../kit/contract.ts'
import { alertKinds } from './alert.ts'

export const routeStep = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('unit-manager') }),
  z.strictObject({ to: z.literal('person'), email }),
  z.strictObject({ to: z.literal('account-owner') }),
  z.strictObject({ to: z.literal('skip') }),
])
export type RouteStep = z.infer<typeof routeStep>

/** Tried in order; whoever is there first owns the alert. The organisation's owner stands behind them all. */
export const route = z.array(routeStep).min(1).max(10)

export const ruleKind = z.enum(alertKinds)

/** Reference to a promise; promises come with the SLA room. */
export const policy = text(200).nullish()
