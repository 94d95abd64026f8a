import type { TestApp } from '../app.ts'
import { peopleCsv, unitsCsv } from '../cast.ts'
import { uploadTo } from '../form.ts'
import { text } from '../samples.ts'

const marker = 'Whitlock'

/** An organisation with one of everything, so that every kind of id exists. Returns all ids that its answers name. */
export async function populate(app: TestApp, key: string): Promise<Set<string>> {
  const ids = new Set<string>()
  const call = async (method: string, path: string, body?: unknown) => {
    const reply = await app.call(method, path, body, { key })
    collect(reply.body, ids)
    return reply
  }
  await call('POST', '/units/import', unitsCsv)
  await call('POST', '/people/import', peopleCsv)
  const survey = await call('POST', '/surveys', {
    name: 'Visit',
    locale: 'en',
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How was it?', scale: { min: 1, max: 5 } },
      { id: 'why', kind: 'text', prompt: 'Why?' },
    ],
  })
  await call('POST', `/surveys/${survey.body.id}/publish`, {})
  await call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    survey: survey.body.id,
    kind: 'recovery',
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'unit-manager' }],
  })
  const answered = await call('POST', `/surveys/${survey.body.id}/responses`, {
    answers: { stars: 1, why: `${marker} waited in the rain` },
    person: { email: 'dana@bakery.example' },
    unit: 'kelby',
  })
  const [evidence, unattached] = await Promise.all(
    ['evidence.txt', 'unattached.txt'].map(name => uploadTo(app, name, text(`${marker} was angry`), { key })),
  )
  collect([evidence!.body, unattached!.body], ids)
  await call('POST', `/alerts/${answered.body.alertIds[0]}/notes`, { note: 'Rang', files: [evidence!.body.id] })
  await call('POST', `/surveys/${survey.body.id}/sends`, { audience: { emails: ['dana@bakery.example'] } })
  for (const list of [
    '/units',
    '/people',
    '/accounts',
    '/teams',
    '/surveys',
    '/responses',
    '/alerts',
    '/alert-rules',
    '/causes',
    '/members',
    '/api-keys',
    '/activity',
    '/outbox',
    '/notifications',
    '/sends',
    '/imports',
  ]) {
    await call('GET', list)
  }
  return ids
}

/** Words that only the other organisation's answers hold. */
export const secretWords = [marker, 'Northmoor', 'Kelby', 'Saltmouth']

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) into.add(value)
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) collect(inner, into)
}
