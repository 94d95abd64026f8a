import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana, omar } from '../../../../test/cast.ts'
import { answer, type Kelby, openKelby } from '../../../../test/kelby.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  for (const [name, when, to] of [
    ['Two stars or fewer', { all: [{ question: 'stars', atMost: 2 }] }, 'unit-manager'],
    ['Who may leave', { all: [{ comment: { leaving: true } }] }, 'unit-manager'],
    ['Asks to be called', { all: [{ comment: { call: true } }] }, 'unit-manager'],
    ['Of the region', { all: [{ question: 'stars', atMost: 1 }] }, 'skip'],
  ] as const)
    await app.call('POST', '/alert-rules', { name, survey: at.survey, when, route: [{ to }] })
})
afterAll(() => app.close())

it('an owner of several alerts of one answer is told of them once', async () => {
  const words = 'I will cancel my contract. Please call me.'
  const { alertIds } = await answer(app, at.survey, { stars: 1, why: words }, { person: { email: dana.email } })
  expect(alertIds).toHaveLength(4)
  const mails = (await app.call('GET', '/outbox?limit=50')).body.items.map((m: { to: string; subject: string }) => [
    m.to,
    m.subject,
  ])
  expect(mails.filter(([to]: string[]) => to === omar.email)).toEqual([
    [omar.email, `${dana.name} answered 1 of 5, Kelby, and 2 more alerts of this answer`],
  ])
  expect(mails).toHaveLength(2)
})
