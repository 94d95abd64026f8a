import { systemCaller } from '../src/kit/caller.ts'
import type { Tx } from '../src/kit/server/db.ts'
import { findOrCreatePerson } from '../src/people/server/person/persons.ts'
import { createUnit } from '../src/people/server/units.ts'
import type { TestApp } from './app.ts'
import { dana, mira, omar } from './cast.ts'

export interface Kelby {
  northmoor: string
  kelby: string
  omar: string
  mira: string
  dana: string
  survey: string
}

export const inOrg = <T>(app: TestApp, work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.database.inOrg(app.orgId, systemCaller('test'), work)

/** Kelby in Northmoor, Omar and Mira who manage them, Dana who is a customer there, and a survey about a visit that is live. */
export async function openKelby(app: TestApp): Promise<Kelby> {
  const people = await inOrg(app, async tx => {
    const northmoor = (await createUnit(tx, { key: 'northmoor', name: 'Northmoor' })).id
    const kelby = (await createUnit(tx, { key: 'kelby', name: 'Kelby', parentId: northmoor })).id
    const person = async (who: { name: string; email: string }, kind: 'staff' | 'contact') =>
      (await findOrCreatePerson(tx, { ...who, kind })).id
    const ids = { omar: await person(omar, 'staff'), mira: await person(mira, 'staff'), dana: await person(dana, 'contact') }
    for (const [person_id, unit_id] of [
      [ids.omar, kelby],
      [ids.mira, northmoor],
    ] as const)
      await tx.db.insertInto('unit_member').values({ org_id: tx.org, person_id, unit_id, role: 'manager' }).execute()
    return { northmoor, kelby, ...ids }
  })
  return { ...people, survey: await openSurvey(app) }
}

/** Stars, why, and whether they may be called; published. */
export async function openSurvey(app: TestApp, name = 'Service visit'): Promise<string> {
  const made = await app.call('POST', '/surveys', {
    name,
    locale: 'en',
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true },
      { id: 'why', kind: 'text', prompt: 'Why?' },
      { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' },
      { id: 'callback', kind: 'choice', prompt: 'May we call you?', options: ['yes', 'no'] },
    ],
  })
  if (made.status !== 201) throw new Error(`POST /surveys answered ${made.status}: ${made.text}`)
  const published = await app.call('POST', `/surveys/${made.body.id}/publish`)
  if (published.status >= 300) throw new Error(`publish answered ${published.status}: ${published.text}`)
  return made.body.id
}

export interface Answered {
  id: string
  alertIds: string[]
}

export async function answer(
  app: TestApp,
  survey: string,
  answers: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Answered> {
  const reply = await app.call('POST', `/surveys/${survey}/responses`, { answers, unit: 'kelby', ...more })
  if (reply.status !== 201) throw new Error(`POST responses answered ${reply.status}: ${reply.text}`)
  return reply.body
}
