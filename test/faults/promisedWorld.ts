import { createHash } from 'node:crypto'
import { peopleCsv, unitsCsv } from '../cast.ts'
import type { Kind } from './load.ts'
import { call, owner } from './world.ts'

const questions = [
  { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
  { id: 'why', kind: 'text', prompt: 'Why?' },
]

const rules: Record<string, object> = {
  score: { question: 'stars', atMost: 2 },
  series: { series: { question: 'stars', atMost: 2, count: 2, of: 3, per: 'person' } },
  comment: { comment: { question: 'why', phrases: ['my money back'] } },
}

const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]))

const PEOPLE = 20

/** What a customer says, told by the mark alone: half of them are never content, and some want their money back. */
export function saidBy(mark: string) {
  const [who, what] = createHash('sha256').update(mark).digest()
  const person = who! % PEOPLE
  return { person, low: person % 2 === 0, comment: what! < 64 }
}

/** Kelby with Omar and Mira above him, three rules, and promises that are broken within seconds; a receiver hears what happens. */
export async function makePromisedWorld(url: string, receiver: string): Promise<{ apiKey: string; survey: string }> {
  const { apiKey } = await call<{ apiKey: string }>(url, '', '/setup', owner)
  const post = <T = { id: string }>(path: string, body: object | string) => call<T>(url, apiKey, path, body)
  await post('/units/import', unitsCsv)
  await post('/people/import', peopleCsv)
  const { id: survey } = await post('/surveys', { name: 'Visit', locale: 'en', questions })
  await post(`/surveys/${survey}/publish`, {})
  const { id: calendar } = await post('/calendars', { name: 'Always', tz: 'UTC', hours: always })
  const { id: policy } = await post('/policies', {
    name: 'Seconds',
    calendar,
    acknowledge: 0.05,
    contact: 0.1,
    warn_before_min: 0.02,
    ladder: [
      { after_min: 0.03, notify: 'owner' },
      { after_min: 0.06, notify: 'manager' },
    ],
  })
  await post('/webhooks', { name: 'CRM', url: receiver, kinds: ['promise.*', 'alert.opened'] })
  for (const [name, condition] of Object.entries(rules)) {
    await post('/alert-rules', { name, survey, policy, when: { all: [condition] }, route: [{ to: 'unit-manager' }] })
  }
  return { apiKey, survey }
}

/** Customers of Kelby who answer all the time. */
export const answersOf = (survey: string, name: string): Kind => ({
  name,
  path: `/surveys/${survey}/responses`,
  type: 'application/json',
  body: mark => {
    const { person, low, comment } = saidBy(mark)
    return JSON.stringify({
      answers: { stars: low ? 1 : 5, why: comment ? `${mark} I want my money back.` : `${mark} Thank you.` },
      unit: 'kelby',
      person: { email: `customer${person}@bakery.example` },
    })
  },
  clients: 2,
  restMs: 1_000,
})
