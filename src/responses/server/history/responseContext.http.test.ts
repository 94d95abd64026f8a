import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana } from '../../../../test/cast.ts'

let app: TestApp
let survey: string
const ids: string[] = []
beforeAll(async () => {
  app = await testApp()
  const questions = [
    { id: 'stars', kind: 'rating', prompt: 'How was it?' },
    { id: 'parts', kind: 'choices', prompt: 'What?', options: ['Speed', 'Price'] },
    { id: 'grid', kind: 'matrix', prompt: 'Rate', rows: ['Staff', 'Site'] },
    { id: 'good', kind: 'text', prompt: 'What was good?' },
    { id: 'better', kind: 'text', prompt: 'What could be better?' },
  ]
  survey = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions })).body.id
  await app.call('POST', `/surveys/${survey}/publish`)
  await app.call('POST', '/alert-rules', {
    name: 'Low',
    survey,
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'unit-manager' }],
  })
  for (const [stars, parts, grid, good, better, source, locale, day] of [
    [5, ['speed'], { staff: 5 }, 'Friendly people', 'Nothing', 'kiosk', 'en', '2026-01-01'],
    [4, ['price'], { staff: 2, site: 5 }, '', 'Friendly prices', 'kiosk', 'de', '2026-02-01'],
    [1, ['speed', 'price'], {}, '', '', 'api', 'de', '2026-03-01'],
  ] as const) {
    const answers = {
      stars,
      parts,
      ...(Object.keys(grid).length > 0 && { grid }),
      ...(good && { good }),
      ...(better && { better }),
    }
    const sent = await app.call('POST', `/surveys/${survey}/responses`, {
      answers,
      source,
      locale,
      person: { email: dana.email },
      respondedAt: `${day}T12:00:00Z`,
    })
    expect(sent.status, sent.text).toBe(201)
    ids.push(sent.body.id)
  }
})
afterAll(() => app.close())

const found = async (query: string) => {
  const list = await app.call('GET', `/surveys/${survey}/responses?${query}`)
  expect(list.status, list.text).toBe(200)
  return list.body.items.map((row: { id: string }) => ids.indexOf(row.id)).sort()
}

it('tells on a person’s page what they answered over all surveys, the newest first', async () => {
  const [person] = (await app.call('GET', '/people?q=dana')).body.items
  const { body } = await app.call('GET', `/people/${person.id}/responses`)
  expect(body.items.map((one: { id: string }) => ids.indexOf(one.id))).toEqual([2, 1, 0])
  expect(body.items[0]).toMatchObject({ survey: { name: 'Visit' }, score: { value: 1, max: 5 } })
})

it('finds the responses behind every number: a value, an option, a row of a matrix, words, a source, a language', async () => {
  expect(await found('question=stars&atLeast=4&atMost=5')).toEqual([0, 1])
  expect(await found('question=parts&option=speed')).toEqual([0, 2])
  expect(await found('question=grid&row=staff&atMost=2')).toEqual([1])
  expect(await found('said=better')).toEqual([0, 1])
  expect(await found('said=better&search=friendly')).toEqual([1])
  expect(await found('search=friendly')).toEqual([0, 1])
  expect(await found('source=kiosk&locale=de')).toEqual([1])
})

it('shows the words of the question that was asked for', async () => {
  const { items } = (await app.call('GET', `/surveys/${survey}/responses?said=good`)).body
  expect(items).toMatchObject([{ comment: 'Friendly people', score: { question: 'stars', value: 5 } }])
})

it('counts results of a source and a language from the answers', async () => {
  const results = (await app.call('GET', `/surveys/${survey}/results?source=kiosk`)).body
  expect(results).toMatchObject({ responses: 2, readFrom: 'answers' })
  expect((await app.call('GET', `/surveys/${survey}/results?locale=de`)).body.questions[0]).toMatchObject({ n: 2 })
})

it('tells which sources and languages occur, the most frequent first', async () => {
  const { sources, locales } = (await app.call('GET', `/surveys/${survey}/responses/facets`)).body
  expect(sources).toEqual([
    { value: 'kiosk', n: 2 },
    { value: 'api', n: 1 },
  ])
  expect(locales[0]).toEqual({ value: 'de', n: 2 })
})

it('tells what a response led to and what the same person answered before', async () => {
  const { alerts, others, invitation } = (await app.call('GET', `/responses/${ids[2]}/trail`)).body
  expect(alerts).toMatchObject([{ rule: 'Low', state: 'open' }])
  expect(others.map((one: { id: string }) => ids.indexOf(one.id))).toEqual([1, 0])
  expect(others[0].score).toEqual({ value: 4, min: 1, max: 5, nps: false })
  expect(invitation).toBeNull()
})

it('tells nobody who answered an anonymous survey', async () => {
  const { id } = (
    await app.call('POST', '/surveys', {
      name: 'Quiet',
      locale: 'en',
      anonymous: true,
      questions: [{ id: 'stars', kind: 'rating', prompt: 'How?' }],
    })
  ).body
  await app.call('POST', `/surveys/${id}/publish`)
  const sent = await app.call('POST', `/surveys/${id}/responses`, { answers: { stars: 3 } })
  expect((await app.call('GET', `/responses/${sent.body.id}/trail`)).body).toEqual({ alerts: [], others: [], invitation: null })
})
