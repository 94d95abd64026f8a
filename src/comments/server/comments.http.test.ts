import { newId } from '../../kit/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { inOrg } from '../../../test/kelby.ts'
import { textKey } from '../words/tokens.ts'
import { readNext } from './jobs.ts'
import { saveLabels, undoLabel } from './labelStore.ts'

let app: TestApp
let survey = ''
beforeAll(async () => {
  app = await testApp()
  survey = (
    await app.call('POST', '/surveys', {
      name: 'After a visit',
      locale: 'en',
      questions: [
        { id: 'score', kind: 'nps', prompt: 'Would you recommend us?' },
        { id: 'why', kind: 'text', prompt: 'Why?' },
      ],
    })
  ).body.id
  await app.call('POST', `/surveys/${survey}/publish`)
})
afterAll(() => app.close())

const assess = async (text: string, language?: string) =>
  (await app.call('POST', '/comments/assessments', { text, language })).body
const names = (reading: { themes: { name: string }[] }) => reading.themes.map(theme => theme.name)
const read = () => inOrg(app, readNext)

it('reads a furious nine before anybody taught it, and says which words made it decide', async () => {
  const text = 'Lovely room, but the staff were rude and nobody called me back. I am moving to another provider. Please call me.'
  const reading = await assess(text)
  expect(reading).toMatchObject({ language: 'en', lexicon: true, negative: true, leaving: true, call: true, note: null })
  expect(reading.sentiment).toBeLessThan(0)
  expect(names(reading)).toContain('Staff attitude')
  const words = (kind: string) =>
    reading.evidence
      .filter((e: { kind: string }) => e.kind === kind)
      .map((e: { start: number; end: number }) => text.slice(e.start, e.end))
  expect(words('complaint')).toContain('rude')
  expect(words('praise')).toEqual(['Lovely'])
  expect(words('leaving')).toEqual(['moving to another provider'])
})

const none = (language: string) => new RegExp(`^No lexicon for ${language} yet`)

it.each([
  ['German', 'Das Personal war sehr unfreundlich und ich habe zwei Stunden gewartet.', 'de', true, null],
  ['Arabic', 'الخدمة سيئة جدا والموظف وقح', 'ar', true, null],
  ['a German word', 'Danke', 'de', false, null],
  ['4,000 characters', 'Das Personal war unfreundlich und wir warteten ewig. '.repeat(80).slice(0, 4_000), 'de', true, null],
  ['Polish', 'Bardzo długo czekałem i nikt mi nie pomógł, ale jest tanio.', 'pl', false, none('Polish')],
  ['French', "L'attente était interminable et personne ne nous a rien dit.", 'fr', false, none('French')],
  ['Spanish', 'El personal fue muy amable pero la espera es demasiado larga.', 'es', false, none('Spanish')],
  ['pictures only', '😡😡😡', 'en', true, /^No words to tell a language by: only the pictures/],
  ['nothing', '  ', 'en', false, /nothing was read/],
  ['marks only', '10/10 …', 'en', false, /nothing was read/],
  [
    'two languages',
    'The staff were great, aber die Wartezeit war schrecklich.',
    'en',
    false,
    /read as English; what is in German/,
  ],
  ['two scripts', 'الخدمة سيئة جدا but the staff were friendly and helpful', 'en', false, /read as English; what is in Arabic/],
])('tells the language of %s, and says plainly what it has no words for', async (_, text, language, negative, note) => {
  const reading = await assess(text)
  expect(reading).toMatchObject({ language, negative })
  if (note) expect(reading.note).toMatch(note)
  else expect(reading.note).toBeNull()
})

it('acts on what it was taught before it says so, themes with new names included', async () => {
  const { status, body } = await app.call('POST', '/comments/labels', {
    items: [
      { text: 'The zorb was flurbed again.', negative: true, themes: ['Zorbs', ' zorbs '] },
      { text: 'Nothing.', negative: false, themes: [] },
    ],
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ taught: 2, labels: 2, themes: [{ name: 'Zorbs', created: true }] })
  expect(await assess('the ZORB was flurbed again!')).toMatchObject({
    negative: true,
    themes: [{ name: 'Zorbs', confidence: 1 }],
  })
  expect(await assess('Nothing')).toMatchObject({ negative: false, themes: [] })
})

it('learns words that it did not know from examples', async () => {
  const items = Array.from({ length: 60 }, (_, i) => ({
    text: i % 3 === 0 ? `The blorp at desk ${i} was grumsy today` : `The blorp at desk ${i} was splendiferous today`,
    negative: i % 3 === 0,
    themes: i % 3 === 0 ? ['Grumsiness'] : ['Desks'],
  }))
  await app.call('POST', '/comments/labels', { items })
  const reading = await assess('So grumsy, this desk.')
  expect(reading.negative).toBe(true)
  expect(reading.evidence.map((e: { why: string }) => e.why)).toContain('learned: complaint')
  expect(names(reading)).toContain('Grumsiness')
  expect((await assess('Splendiferous today')).negative).toBe(false)
})

it('keeps every word on a comment, and takes them back one by one', async () => {
  const text = 'The lift was odd.'
  const say = (word: object) => app.call('POST', '/comments/labels', { items: [{ text, ...word }] })
  const [id] = (await say({ negative: true })).body.ids
  await say({ themes: ['Lifts'] })
  await say({ negative: false, themes: ['Lifts', 'Oddness'] })
  const first = async () => (await app.call('GET', '/comments/labels?limit=1')).body.items[0]
  const back = () => app.call('DELETE', `/comments/labels/${id}`)
  const lifts = [{ name: 'Lifts' }]
  expect(await first()).toMatchObject({
    id,
    text,
    negative: false,
    earlier: [
      { negative: true, themes: lifts },
      { negative: true, themes: null },
    ],
  })
  await back()
  expect(await first()).toMatchObject({ id, negative: true, themes: lifts, earlier: [{ negative: true, themes: null }] })
  await back()
  expect(await first()).toMatchObject({ id, negative: true, themes: null, earlier: [] })
  expect((await assess(text)).negative).toBe(true)
  await back()
  expect((await first()).id).not.toBe(id)
  expect((await back()).status).toBe(404)
})

it('goes back to a theme under the name that it was merged into', async () => {
  const text = 'A word on queues.'
  const said = await app.call('POST', '/comments/labels', { items: [{ text, themes: ['Queues'] }] })
  await app.call('POST', '/comments/labels', { items: [{ text, themes: ['Lines'] }] })
  const themes = (await app.call('GET', '/comments/themes')).body.items as { id: string; name: string }[]
  const [queues, lines] = ['Queues', 'Lines'].map(name => themes.find(theme => theme.name === name)!.id)
  await app.call('POST', `/comments/themes/${queues}/merges`, { into: lines })
  await app.call('DELETE', `/comments/labels/${said.body.ids[0]}`)
  expect((await app.call('GET', '/comments/labels?limit=1')).body.items[0].themes).toEqual([{ id: lines, name: 'Lines' }])
  await app.call('DELETE', `/comments/labels/${said.body.ids[0]}`)
})

it('forgets the oldest of very many words on one comment', async () => {
  const text = 'Tossed like a coin.'
  const say = { text, language: null, themes: null, key: textKey(text) }
  const [id] = (await app.call('POST', '/comments/labels', { items: [{ text, negative: true }] })).body.ids
  // Past the learning: it begins anew after each word, and is tried above.
  for (let i = 1; i < 23; i++) await inOrg(app, tx => saveLabels(tx, [{ ...say, negative: i % 2 === 0 }]))
  expect((await app.call('GET', '/comments/labels?limit=1')).body.items[0]).toMatchObject({ id, earlier: { length: 20 } })
  for (let i = 0; i < 20; i++) expect(await inOrg(app, tx => undoLabel(tx, id))).toBe(true)
  expect((await app.call('DELETE', `/comments/labels/${id}`)).status).toBe(200)
  expect((await app.call('DELETE', `/comments/labels/${id}`)).status).toBe(404)
})

it('renames, retires and merges themes; their picks go along', async () => {
  const themes = async () =>
    (await app.call('GET', '/comments/themes')).body.items as { id: string; name: string; taught: number; retired: boolean }[]
  const idOf = async (name: string) => (await themes()).find(theme => theme.name === name)!.id
  await app.call('PATCH', `/comments/themes/${await idOf('Zorbs')}`, { name: 'Zorbing' })
  expect(names(await assess('The zorb was flurbed again'))).toEqual(['Zorbing'])
  await app.call('POST', `/comments/themes/${await idOf('Zorbing')}/merges`, { into: await idOf('Desks') })
  expect(names(await assess('The zorb was flurbed again'))).toEqual(['Desks'])
  await app.call('PATCH', `/comments/themes/${await idOf('Desks')}`, { retired: true })
  expect(names(await assess('The zorb was flurbed again'))).toEqual([])
  const same = await app.call('POST', '/comments/themes', { name: ' staff  ATTITUDE ' })
  expect(same.body.code).toBe('already_exists')
  await app.call('PATCH', `/comments/themes/${await idOf('Staff attitude')}`, { name: 'Our people' })
  expect((await themes()).filter(theme => theme.name === 'Staff attitude')).toEqual([])
})

it('reads the comments of responses afterwards, shows them by theme, and the doubtful first', async () => {
  const { id } = (
    await app.call('POST', `/surveys/${survey}/responses`, {
      answers: { score: 9, why: 'Filthy toilets, terrible. I will cancel my contract.' },
    })
  ).body
  await app.call('POST', `/surveys/${survey}/responses`, { answers: { score: 3, why: 'So grumsy' } })
  await read()
  const overview = (await app.call('GET', '/comments/overview')).body
  expect(overview).toMatchObject({ n: 2, negative: 2, leaving: 1, call: 0, waiting: 0 })
  expect(overview.themes.map((theme: { name: string }) => theme.name)).toContain('Grumsiness')
  const one = (await app.call('GET', `/responses/${id}/comments`)).body.items
  expect(one).toMatchObject([{ question: 'why', negative: true, leaving: true }])
  expect((await app.call('GET', '/comments?only=leaving')).body.items).toMatchObject([{ response: id, survey: 'After a visit' }])
  expect((await app.call('GET', '/comments?order=doubt')).body.items).toHaveLength(2)
  await app.call('POST', '/comments/labels', { items: [{ text: 'So grumsy', negative: false, themes: [] }] })
  await expect
    .poll(async () => (await app.call('GET', '/comments/overview')).body, { timeout: 15_000 })
    .toMatchObject({ negative: 1, waiting: 0 })
  expect((await app.call('GET', '/comments?order=doubt')).body.items).toHaveLength(1)
})

it('narrows comments to days, survey and unit, and pages through those behind a number', async () => {
  const region = await app.call('POST', '/units', { name: 'Westbay' })
  await app.call('POST', '/units', { name: 'Westbay Harbour', parent: region.body.id })
  for (let day = 1; day <= 5; day++)
    await app.call('POST', `/surveys/${survey}/responses`, {
      answers: { score: 5, why: `Dull day ${day}, dirty floor` },
      unit: 'westbay-harbour',
      respondedAt: `2026-03-0${day}T10:00:00Z`,
    })
  await read()
  const n = async (query: string) => (await app.call('GET', `/comments/overview?${query}`)).body.n
  expect(await n('unit=westbay')).toBe(5)
  expect(await n(`unit=westbay&from=2026-03-02&to=2026-03-03&survey=${survey}`)).toBe(2)
  expect(await n(`survey=${newId()}`)).toBe(0)
  expect((await app.call('GET', '/comments/overview?unit=nowhere')).status).toBe(404)
  expect((await app.call('GET', '/comments?from=2026-03-05&to=2026-03-01')).status).toBe(400)
  const texts: string[] = []
  for (let cursor = ''; ; ) {
    const { items, nextCursor } = (await app.call('GET', `/comments?unit=westbay&language=en&limit=2${cursor}`)).body
    texts.push(...items.map((item: { text: string }) => item.text))
    if (!nextCursor) break
    cursor = `&cursor=${nextCursor}`
  }
  expect(texts).toEqual([5, 4, 3, 2, 1].map(day => `Dull day ${day}, dirty floor`))
})

it('lets who may read read, and only who may teach teach', async () => {
  const { apiKey: key } = (await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })).body
  expect((await app.call('POST', '/comments/assessments', { text: 'Good' }, { key })).status).toBe(200)
  expect((await app.call('POST', '/comments/labels', { items: [{ text: 'Good', negative: false }] }, { key })).status).toBe(403)
})

it('refuses what is too long or says nothing, with words', async () => {
  expect((await app.call('POST', '/comments/assessments', { text: 'x'.repeat(5_001) })).status).toBe(400)
  expect((await app.call('POST', '/comments/labels', { items: [] })).status).toBe(400)
  expect((await app.call('POST', '/comments/labels', { items: [{ text: '…', negative: true }] })).body.taught).toBe(0)
  expect((await assess('')).negative).toBe(false)
})

it('learns three thousand comments within seconds, while others go on working', async () => {
  const items = Array.from({ length: 3_000 }, (_, i) => ({
    text: `Visit ${i}: ${['waited', 'parked', 'ate', 'called', 'asked'][i % 5]} for desk ${i % 37} and ${['bill', 'nurse', 'room'][i % 3]} number ${i % 211}`,
    negative: i % 4 === 0,
    themes: [`Theme ${i % 40}`],
  }))
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const before = performance.now()
  expect((await app.call('POST', '/comments/labels', { items })).body.taught).toBe(3_000)
  clearInterval(watch)
  console.log(`3,000 labels: ${Math.round(performance.now() - before)} ms, longest stall ${Math.round(longest)} ms`)
})
