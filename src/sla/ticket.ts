import { begin, type PromiseClock, fulfil, idleClock, pause, resume, retarget, type ClockTarget } from './clock.ts'

/** The promises of a ticket, in the order in which they are shown. */
export const ticketTargets = ['first_response', 'next_response', 'resolution', 'provider_response'] as const
export type TicketTarget = (typeof ticketTargets)[number]

export type TicketEvent =
  | { type: 'create'; by?: 'agent' | 'customer' | undefined }
  | { type: 'customer_message' | 'agent_reply' | 'note' | 'auto_reply' | 'bot_reply' | 'ask_provider' | 'provider_answer' }
  | { type: 'status'; to: string }
  | { type: 'priority'; to: string }

/** What the clocks of a ticket need to know of it. */
export interface TicketClocks {
  status: string
  /** Whether an agent has replied: from then on each customer message starts `next_response`. */
  answered: boolean
  clocks: Record<TicketTarget, PromiseClock>
}

/** What a ticket is promised at a priority. */
export interface TicketPolicy {
  targetOf(target: TicketTarget, priority: string): ClockTarget
  /** Statuses in which we wait for the customer. */
  pauseIn: readonly string[]
}

export function newTicket(policy: TicketPolicy, priority: string, at: number): TicketClocks {
  const clocks = ticketTargets.map(target => [target, idleClock(policy.targetOf(target, priority), at)])
  return { status: 'open', answered: false, clocks: Object.fromEntries(clocks) as TicketClocks['clocks'] }
}

/** The clocks after an event. Time must have been advanced to it; `settle` follows when the events of the instant are over. */
export function applyTicketEvent(ticket: TicketClocks, event: TicketEvent, policy: TicketPolicy): TicketClocks {
  switch (event.type) {
    case 'create':
      return created(ticket, event.by === 'agent')
    case 'customer_message':
      return customerWrote(ticket)
    case 'agent_reply':
      return answered(ticket)
    case 'status':
      return turned(ticket, event.to, policy)
    case 'priority':
      return prioritised(ticket, event.to, policy)
    case 'ask_provider':
      return changed(ticket, { provider_response: waits(ticket.clocks.provider_response) })
    case 'provider_answer':
      return changed(ticket, { provider_response: fulfil(ticket.clocks.provider_response) })
    default:
      // A note is for us, and a machine's reply is no answer.
      return ticket
  }
}

function created(ticket: TicketClocks, byAgent: boolean): TicketClocks {
  const { first_response, resolution } = ticket.clocks
  // Who was written to by an agent waits for no first response; what they write back waits for the next.
  const first = byAgent ? first_response : begin(first_response)
  return { ...changed(ticket, { first_response: first, resolution: begin(resolution) }), answered: byAgent }
}

function customerWrote(ticket: TicketClocks): TicketClocks {
  const { next_response, resolution } = ticket.clocks
  return {
    ...changed(ticket, {
      next_response: ticket.answered ? waits(next_response) : next_response,
      resolution: ticket.status === 'open' ? resolution : resume(resolution),
    }),
    status: 'open',
  }
}

function answered(ticket: TicketClocks): TicketClocks {
  const { first_response, next_response } = ticket.clocks
  return {
    ...changed(ticket, { first_response: fulfil(first_response), next_response: fulfil(next_response) }),
    answered: true,
  }
}

function turned(ticket: TicketClocks, to: string, { pauseIn }: TicketPolicy): TicketClocks {
  const { resolution } = ticket.clocks
  if (to === 'solved') return { ...changed(answered(ticket), { resolution: fulfil(resolution) }), status: to }
  return { ...changed(ticket, { resolution: pauseIn.includes(to) ? pause(resolution) : resume(resolution) }), status: to }
}

function prioritised(ticket: TicketClocks, priority: string, policy: TicketPolicy): TicketClocks {
  const clocks = ticketTargets.map(target => [target, retarget(ticket.clocks[target], policy.targetOf(target, priority))])
  return { ...ticket, clocks: Object.fromEntries(clocks) as TicketClocks['clocks'] }
}

// The oldest unanswered message counts: who writes again does not wait anew.
const waits = (clock: PromiseClock): PromiseClock =>
  clock.phase === 'running' || clock.phase === 'paused' ? clock : begin(clock)

const changed = (ticket: TicketClocks, clocks: Partial<TicketClocks['clocks']>): TicketClocks => ({
  ...ticket,
  clocks: { ...ticket.clocks, ...clocks },
})
