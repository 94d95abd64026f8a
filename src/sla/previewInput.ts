import { z } from 'zod'
import { AppError, badInput } from '../kit/errors.ts'
import { text } from '../kit/contract.ts'
import { calendarSpec } from './calendarSpec.ts'

// To the second: what is finer is cut off, as the results are told to the second.
const instant = z.iso
  .datetime({ offset: true, message: 'must be a time such as 2026-01-12T09:30:00Z' })
  .refine(isOurs, 'must lie between the years 1900 and 2200')
  .transform(time => Math.floor(Date.parse(time) / 1000) * 1000)

const word = z.string('must be a word').pipe(text(200, 1))
const minutes = z.number('must be minutes').min(0).max(100_000_000)
const target = z
  .union([minutes, z.record(word, minutes)], 'must be minutes, or minutes by priority such as {"normal": 480}')
  .nullish()

const policy = z.object(
  {
    first_response: target,
    next_response: target,
    resolution: target,
    provider_response: target,
    warn_before_min: minutes.nullish(),
    pause_statuses: z.array(word, 'must be a list of statuses').nullish(),
  },
  'must be an object of targets in minutes',
)

const plain = ['customer_message', 'agent_reply', 'note', 'auto_reply', 'bot_reply', 'ask_provider', 'provider_answer'] as const

const event = z.discriminatedUnion(
  'type',
  [
    z.object({ at: instant, type: z.literal('create'), by: z.string().nullish() }),
    ...plain.map(type => z.object({ at: instant, type: z.literal(type) })),
    z.object({ at: instant, type: z.literal('status'), to: word }),
    z.object({ at: instant, type: z.literal('priority'), to: word }),
    z.object({ at: instant, type: z.literal('calendar'), to: word }),
    z.object({ at: instant, type: z.literal('holiday_added'), date: z.iso.date('must be a date such as 2026-12-25') }),
  ],
  {
    error: issue =>
      issue.code === 'invalid_union' ? 'must have a type: create, customer_message, agent_reply, status …' : undefined,
  },
)

const story = z.object(
  {
    calendar: word,
    policy,
    priority: word.nullish(),
    provider_calendar: word.nullish(),
    events: z.array(event, 'must be a list of events').min(1, 'must hold at least the creation of the ticket'),
  },
  'must be an object with calendar, policy and events',
)

const input = z.object({
  calendars: z.record(z.string(), calendarSpec, 'must be calendars by name'),
  case: story,
  as_of: instant,
})

function isOurs(time: string): boolean {
  const year = new Date(time).getUTCFullYear()
  return year >= 1900 && year <= 2200
}

export type PreviewCase = z.output<typeof input>
export type PreviewEvent = PreviewCase['case']['events'][number]
export type PreviewPolicy = z.output<typeof policy>

/** One case as sla.md writes it. Throws AppError `bad_input` that names the place: “case.events.2.at: must be a time such as …”. */
export function readCase(given: unknown): PreviewCase {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new AppError('bad_input', 'Give one JSON object with calendars, case and as_of, or a list of them.')
  }
  const result = input.safeParse(given)
  if (!result.success) {
    const [first] = result.error.issues
    const path = first!.path.join('.')
    throw badInput(path, `${path}: ${first!.message}`)
  }
  return { ...result.data, case: { ...result.data.case, events: inOrder(result.data.case.events) } }
}

/** Events by their time; those of one instant keep their order. A ticket is created once, and before anything else. */
function inOrder(events: readonly PreviewEvent[]): PreviewEvent[] {
  const sorted = [...events].sort((a, b) => a.at - b.at)
  if (sorted[0]?.type !== 'create')
    throw badInput('case.events', 'case.events: the first must be the creation of the ticket (type create).')
  if (sorted.filter(({ type }) => type === 'create').length > 1)
    throw badInput('case.events', 'case.events: a ticket is created once.')
  return sorted
}
