import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { answer, openKelby } from '../../../../test/kelby.ts'
import { isoDayOf, plusDays } from '../../../people/period.ts'

let app: TestApp
let survey: string
const DAYS = 170
const FALLS_FOR = 50

/** A year's worth of answers, one a day: Kelby falls at last, Harrow and Saltmouth go on as they were. */
beforeAll(async () => {
  app = await testApp()
  survey = (await openKelby(app)).survey
  const today = isoDayOf(Date.now())
  const lines = Array.from({ length: DAYS }, (_, i) => DAYS - i).flatMap(ago => {
    const at = `${plusDays(today, -ago)}T10:00:00Z`
    const usual = 4 + (ago % 2)
    return [`${ago <= FALLS_FOR ? usual - 2 : usual},kelby,${at}`, `${usual},harrow,${at}`, `${9 - usual},saltmouth,${at}`]
  })
  const map = encodeURIComponent(JSON.stringify({ stars: 'stars', unit: 'unit', at: 'respondedAt' }))
  const imported = await app.call(
    'POST',
    `/surveys/${survey}/responses/import?createUnits=true&map=${map}`,
    `stars,unit,at\n${lines.join('\n')}\n`,
  )
  expect(imported.body).toMatchObject({ imported: 3 * DAYS, skipped: [] })
})
afterAll(() => app.close())

const addRule = async (minimum: number): Promise<string> => {
  const when = { all: [{ trend: { question: 'stars', direction: 'falling', minimum } }] }
  return (await app.call('POST', '/alert-rules', { name: `Falls, ${minimum}`, survey, when })).body.id
}

it('a unit that falls raises one alert that says since when; units that do not change raise none', async () => {
  const rule = await addRule(30)
  expect((await answer(app, survey, { stars: 3 }, { unit: 'harrow' })).alertIds).toEqual([])
  expect((await answer(app, survey, { stars: 4 }, { unit: 'saltmouth' })).alertIds).toEqual([])
  const { alertIds } = await answer(app, survey, { stars: 3 })
  expect(alertIds).toHaveLength(1)
  const { body } = await app.call('GET', `/alerts/${alertIds[0]}`)
  const drift = { since: plusDays(isoDayOf(Date.now()), -FALLS_FOR), n: FALLS_FOR + 1 }
  expect(body).toMatchObject({ unit: { key: 'kelby' }, owner: { name: 'Omar Haddad' }, beyond: [{ drift }] })
  // It waits: the next low answer says nothing new.
  expect((await answer(app, survey, { stars: 2 })).alertIds).toEqual([])
  await app.call('DELETE', `/alert-rules/${rule}`)
})

it('says nothing before so many have answered before the fall and in it', async () => {
  const rule = await addRule(FALLS_FOR + 20)
  expect((await answer(app, survey, { stars: 1 })).alertIds).toEqual([])
  await app.call('DELETE', `/alert-rules/${rule}`)
})
