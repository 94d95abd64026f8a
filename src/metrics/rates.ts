import type { Metric } from './metric.ts'
import { proportion } from './proportion.ts'

/** What became of a survey's invitations. `sent` left the building; `held` were kept back by a rule and are no invitations. */
export interface InvitationCounts {
  sent: number
  bounced: number
  complete: number
  partial: number
  held?: number
}

/**
 * Complete answers ÷ delivered invitations (sent minus bounced), as a fraction; partials, bounces and held ones stand beside it.
 * Source: AAPOR Standard Definitions, RR1. Throws RangeError when more people answered than were reached.
 */
export function responseRate({ sent, bounced, complete, partial, held = 0 }: InvitationCounts) {
  const delivered = sent - bounced
  if (complete + partial > delivered) throw new RangeError(`${complete + partial} answers to ${delivered} delivered invitations.`)
  return { rate: proportion('response-rate@1', complete, delivered), delivered, partial, bounced, held }
}

/** Rated ÷ resolved tickets, as a fraction. Never called a response rate: nobody was invited. */
export const coverage = ({ rated, resolved }: { rated: number; resolved: number }): Metric<{ count: number }> =>
  proportion('coverage@1', rated, resolved)

/** Alerts whose customer was contacted within the target ÷ alerts that were due, as a fraction. */
export const closeTheLoop = ({ inTarget, due }: { inTarget: number; due: number }): Metric<{ count: number }> =>
  proportion('close-the-loop@1', inTarget, due)
