import { t } from '../../kit/i18n.ts'
import type { MessageInput, Schedule, SendInput } from '../sendingContract.ts'

export const steps = ['audience', 'message', 'when', 'preview'] as const
export type StepName = (typeof steps)[number]

/** What is being put together, as the fields hold it. */
export interface SendDraft {
  from: 'people' | 'list' | 'file'
  kind: 'contact' | 'staff' | 'all'
  units: string[]
  segments: { key: string; value: string }[]
  emails: string
  file: { name: string; size: number; text: string } | null
  message: MessageInput
  when: Schedule['kind']
  day: string | null
  clock: string
  until: string | null
  every: number | null
  unit: 'day' | 'week' | 'month'
  reminders: string
}

export const blankDraft: SendDraft = {
  from: 'people',
  kind: 'contact',
  units: [],
  segments: [],
  emails: '',
  file: null,
  message: {},
  when: 'now',
  day: null,
  clock: '09:00',
  until: null,
  every: 1,
  unit: 'month',
  reminders: '3, 7',
}

/** The addresses in what was pasted: one a line, or parted by commas; “Dana <dana@…>” brings the name. */
export function addressesIn(text: string): { email: string; name?: string }[] {
  return text
    .split(/[\n,;]+/)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => {
      const named = /^"?(.*?)"?\s*<([^<>]+)>$/.exec(part)
      return named ? { email: named[2]!.trim(), ...(named[1] && { name: named[1] }) } : { email: part }
    })
}

const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/

/** Why one cannot go on from a step yet. */
export function whyNotOn(step: StepName, draft: SendDraft): string | undefined {
  if (step === 'audience') {
    if (draft.from === 'list') {
      const wrong = addressesIn(draft.emails).find(({ email }) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      if (wrong) return t('“{text}” is not an e-mail address.', { text: wrong.email })
      if (addressesIn(draft.emails).length === 0) return t('Enter at least one address.')
    }
    if (draft.from === 'file' && !draft.file) return t('Choose a file.')
  }
  if (step === 'when') {
    if (draft.when !== 'now' && !clockPattern.test(draft.clock)) return t('Enter a time such as 09:00.')
    if (draft.when === 'later' && !draft.day) return t('Choose a day.')
    if (draft.when === 'spread' && !draft.until) return t('Choose the last day.')
    if (draft.when === 'recurring' && (!draft.day || !draft.every)) return t('Choose the first day and how often.')
    if (remindersOf(draft) === undefined) return t('Reminders are days after the invitation, as in 3, 7.')
  }
  return undefined
}

/** The days as numbers; undefined when they cannot be read. */
export function remindersOf({ reminders }: SendDraft): number[] | undefined {
  const days = reminders
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  return days.length <= 5 && days.every(day => Number.isInteger(day) && day >= 1 && day <= 90) ? days : undefined
}

export function inputOf(draft: SendDraft): SendInput {
  return { audience: audienceOf(draft), message: draft.message, schedule: scheduleOf(draft), reminders: remindersOf(draft) ?? [] }
}

function audienceOf(draft: SendDraft): SendInput['audience'] {
  if (draft.from === 'list') return { list: addressesIn(draft.emails) }
  if (draft.from === 'file') return { csv: draft.file?.text ?? '' }
  const segments = draft.segments.filter(({ key, value }) => key.trim() !== '' && value.trim() !== '')
  return {
    people: {
      ...(draft.kind !== 'all' && { kind: draft.kind }),
      ...(draft.units.length > 0 && { units: draft.units }),
      ...(segments.length > 0 && { segments: Object.fromEntries(segments.map(({ key, value }) => [key.trim(), value.trim()])) }),
    },
  }
}

function scheduleOf({ when, day, clock, until, every, unit }: SendDraft): Schedule {
  // Moments are those of who chooses them; recurring ones follow the organisation's clock.
  const at = (date: string, time: string) => new Date(`${date}T${time}`).toISOString()
  if (when === 'later') return { kind: 'later', at: at(day!, clock) }
  if (when === 'spread') return { kind: 'spread', ...(day && { from: at(day, clock) }), to: at(until!, '23:59') }
  if (when === 'recurring') return { kind: 'recurring', from: day!, until, every: every ?? 1, unit, at: clock }
  return { kind: 'now' }
}
