import { AppError, badInput } from '../kit/errors.ts'
import type { WorkingCalendar, CalendarSpec } from './calendar.ts'
import { resolveCalendar } from './calendarSpec.ts'
import { advance, type ClockState, dueAt, markReachedTargets, stateOf, warnAt } from './clock.ts'
import { type PreviewCase, type PreviewEvent, type PreviewPolicy, readCase } from './previewInput.ts'
import { applyTicketEvent, newTicket, type TicketClocks, type TicketPolicy, type TicketTarget, ticketTargets } from './ticket.ts'

export interface PreviewClock {
  state: ClockState
  /** Working time used. */
  elapsed_min: number
  due_at: string | null
  warn_at: string | null
}

export type SlaPreview = Record<TicketTarget, PreviewClock>

const minute = 60_000

/**
 * The clocks of one ticket at `as_of`: `{calendars, case: {calendar, policy, priority?, provider_calendar?, events}, as_of}`; events after
 * `as_of` have not happened yet. A list of such inputs gives a list. Throws AppError `bad_input` that names the place.
 */
export function slaPreview(given: unknown): SlaPreview | SlaPreview[] {
  return Array.isArray(given) ? given.map((one, i) => inPlace(i, () => previewOf(readCase(one)))) : previewOf(readCase(given))
}

function inPlace<T>(i: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, `${i}: ${error.message}`, error.errors) : error
  }
}

function previewOf({ calendars, case: story, as_of }: PreviewCase): SlaPreview {
  const desk = new PreviewCalendars(new Map(Object.entries(calendars)), story.calendar, story.provider_calendar ?? story.calendar)
  desk.check(story.events)
  const policy = policyOf(story.policy)
  let ticket = newTicket(policy, story.priority ?? 'normal', Math.min(as_of, story.events[0]!.at))
  for (const event of story.events) {
    if (event.at > as_of) break
    ticket = desk.passed(ticket, event.at)
    if (event.type === 'calendar') desk.move(event.to)
    else if (event.type === 'holiday_added') desk.close(event.date)
    else
      ticket = applyTicketEvent(
        ticket,
        event.type === 'create' ? { type: 'create', by: event.by === 'agent' ? 'agent' : 'customer' } : event,
        policy,
      )
  }
  return desk.told(desk.passed(ticket, as_of))
}

/** The calendars of a case, which its events change. */
class PreviewCalendars {
  readonly #specs: Map<string, CalendarSpec>
  readonly #providerRef: string
  #ref: string
  #calendar!: WorkingCalendar
  #provider!: WorkingCalendar

  constructor(specs: Map<string, CalendarSpec>, ref: string, providerRef: string) {
    this.#specs = specs
    this.#ref = ref
    this.#providerRef = providerRef
    this.#calendar = this.#open(ref, 'case.calendar')
    this.#provider = this.#open(providerRef, 'case.provider_calendar')
  }

  /** Calendars that a later event names must be there, whether it has happened yet or not. */
  check(events: readonly PreviewEvent[]): void {
    for (const [i, event] of events.entries()) if (event.type === 'calendar') this.#open(event.to, `case.events.${i}.to`)
  }

  move(ref: string): void {
    this.#ref = ref
    this.#calendar = this.#open(ref, 'case.events')
  }

  close(date: string): void {
    const spec = this.#specs.get(this.#ref)!
    this.#specs.set(this.#ref, { ...spec, holidays: [...(spec.holidays ?? []), date] })
    this.#calendar = this.#open(this.#ref, 'case.events')
    this.#provider = this.#open(this.#providerRef, 'case.provider_calendar')
  }

  /** Time runs up to an instant. What is used up by then is settled once the instant is over: when the next one comes. */
  passed(ticket: TicketClocks, to: number): TicketClocks {
    const clocks = ticketTargets.map(target => {
      const clock = ticket.clocks[target]
      return [target, to > clock.at ? advance(markReachedTargets(clock), this.#of(target), to) : clock]
    })
    return { ...ticket, clocks: Object.fromEntries(clocks) as TicketClocks['clocks'] }
  }

  told(ticket: TicketClocks): SlaPreview {
    const told = ticketTargets.map(target => {
      const clock = markReachedTargets(ticket.clocks[target])
      const calendar = this.#of(target)
      const state = stateOf(clock)
      const times = { due_at: timeOf(dueAt(clock, calendar)), warn_at: timeOf(warnAt(clock, calendar)) }
      return [target, { state, elapsed_min: state === 'idle' ? 0 : clock.elapsed / minute, ...times }]
    })
    return Object.fromEntries(told) as SlaPreview
  }

  #of(target: TicketTarget): WorkingCalendar {
    return target === 'provider_response' ? this.#provider : this.#calendar
  }

  #open(ref: string, path: string): WorkingCalendar {
    try {
      return resolveCalendar(this.#specs, ref)
    } catch (error) {
      if (error instanceof RangeError) throw badInput(path, `${path}: ${error.message}`)
      throw error
    }
  }
}

function policyOf(policy: PreviewPolicy): TicketPolicy {
  const length = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? null : Math.round(minutes * 60) * 1000
  return {
    pauseIn: policy.pause_statuses ?? ['pending'],
    targetOf: (target, priority) => {
      const promised = policy[target]
      return {
        target: length(typeof promised === 'object' && promised !== null ? promised[priority] : promised),
        warnBefore: length(policy.warn_before_min),
      }
    },
  }
}

const timeOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z'))
