import type { TestApp } from './app.ts'

const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]))

let n = 0

/** A policy whose working time is all the time there is. */
export async function openPolicy(app: TestApp, promised: Record<string, unknown>): Promise<string> {
  const calendar = await app.call('POST', '/calendars', { name: `Always ${++n}`, tz: 'UTC', hours: always })
  const made = await app.call('POST', '/policies', { name: `Promise ${n}`, calendar: calendar.body.id, ...promised })
  if (made.status !== 201) throw new Error(`POST /policies answered ${made.status}: ${made.text}`)
  return made.body.id
}

/** A rule on two stars or fewer with this promise. */
export async function openRule(app: TestApp, survey: string, more: Record<string, unknown>): Promise<string> {
  const when = { all: [{ question: 'stars', atMost: 2 }] }
  const made = await app.call('POST', '/alert-rules', { name: 'Two stars or fewer', survey, when, ...more })
  if (made.status !== 201) throw new Error(`POST /alert-rules answered ${made.status}: ${made.text}`)
  return made.body.id
}
