import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { answer, inOrg, type Kelby, openKelby } from '../../../test/kelby.ts'
import { openPolicy } from '../../../test/promises.ts'
import { newId } from '../../kit/ids.ts'
import { alertDefaults, queryOf } from '../../alerts/alertSearch.ts'
import { createUnit } from '../../people/server/units.ts'
import { browseDefaults, browseQuery } from '../../responses/browseSearch.ts'
import { responseFilterDefaults, responseFilterQuery, segmentsIn } from '../../responses/responseFilterSearch.ts'
import type { CauseRow, Quarter } from '../causeTable.ts'
import type { DriverTable, SegmentTable, Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import {
  alertsHref,
  answersHref,
  selectionInPeriod,
  invitationsHref,
  selectionInSegment,
  scoresHref,
  selectionInUnit,
} from '../drillDownHrefs.ts'

let app: TestApp
let here: Kelby
let westbay: string
let harrow: string

const dana = { email: 'dana@customer.example' }
const carl = { email: 'carl@customer.example' }
const act = async (id: string, what: string, body: object) => {
  const reply = await app.call('POST', `/alerts/${id}/${what}`, body)
  expect(reply.status, reply.text).toBe(201)
}

beforeAll(async () => {
  app = await testApp()
  here = await openKelby(app)
  westbay = (await inOrg(app, tx => createUnit(tx, { key: 'westbay', name: 'Westbay' }))).id
  harrow = (await inOrg(app, tx => createUnit(tx, { key: 'harrow', name: 'Harrow', parentId: here.northmoor }))).id
  const policy = await openPolicy(app, { acknowledge: 60, contact: 120, resolve: 600 })
  const rule = (name: string, question: string, atMost: number) =>
    app.call('POST', '/alert-rules', { name, survey: here.survey, policy, when: { all: [{ question, atMost }] } })
  await rule('Few stars', 'stars', 2)
  await rule('No friend of ours', 'nps', 1)
  const send = async (day: string, nps: number | null, unit: string | null, tier: string, more: object = {}) =>
    (
      await answer(
        app,
        here.survey,
        { ...(nps !== null && { nps }), stars: nps === null ? 4 : Math.max(1, Math.round(nps / 2)) },
        { unit: unit ?? undefined, respondedAt: `${day}T12:00:00Z`, ...(tier && { segments: { tier } }), ...more },
      )
    ).alertIds
  for (let i = 0; i < 6; i++) {
    await send(`2026-02-${10 + i}`, 10 - i, 'kelby', 'gold')
    await send(`2026-02-${10 + i}`, 9, 'harrow', 'silver')
    await send(`2026-05-${10 + i}`, i < 4 ? 5 : 10, 'kelby', 'gold')
    await send(`2026-05-${10 + i}`, 8, 'harrow', i < 3 ? 'silver' : '')
    await send(`2026-05-${10 + i}`, 7, 'westbay', 'silver')
  }
  // Harrow stands under Westbay from May on.
  await inOrg(app, async tx => {
    await tx.db.updateTable('unit_placement').set({ valid_to: '2026-05-12' }).where('unit_id', '=', harrow).execute()
    const moved = { org_id: tx.org, unit_id: harrow, parent_id: westbay, valid_from: '2026-05-12' }
    await tx.db.insertInto('unit_placement').values(moved).execute()
  })
  // No score, no unit, the unit itself, and one that never came to its end.
  await send('2026-05-13', null, 'kelby', 'gold')
  await send('2026-05-13', 6, 'northmoor', 'gold')
  await answer(app, here.survey, { stars: 3, nps: 3 }, { unit: undefined, respondedAt: '2026-05-13T12:00:00Z' })
  // One answer, two rules, one matter; and others of Dana, Carl and Westbay.
  const both = await send('2026-05-20', 1, 'kelby', 'gold', { person: dana })
  const again = await send('2026-05-21', 2, 'kelby', 'gold', { person: dana })
  const carls = await send('2026-05-21', 3, 'kelby', 'gold', { person: carl })
  const west = await send('2026-05-22', 3, 'westbay', 'silver', { person: { email: 'wes@customer.example' } })
  const winter = await send('2026-02-20', 2, 'kelby', 'gold', { person: { email: 'win@customer.example' } })
  expect([both.length, again.length, carls.length, west.length]).toEqual([2, 1, 1, 1])
  await act(both[0]!, 'causes', { causes: ['Call-back not kept'] })
  await act(again[0]!, 'causes', { causes: ['No notice given'] })
  await act(winter[0]!, 'causes', { causes: ['Call-back not kept'] })
  await act(both[0]!, 'mergers', { alerts: [both[1]!, again[0]!] })
  await act(west[0]!, 'causes', { causes: ['Call-back not kept', 'No notice given'] })
  for (const id of [both[0]!, west[0]!]) {
    await act(id, 'contacts', { how: 'call', note: 'Sorry' })
    await act(id, 'resolutions', { outcome: 'put-right' })
  }
  await act(carls[0]!, 'contacts', { how: 'call', reached: false })
  // What was logged today happened in May, and Dana has answered since.
  await inOrg(app, async tx => {
    const shift = `now() - timestamptz '2026-05-23'`
    await tx.query({ text: `update alert_contact set at = at - (${shift})` })
    await tx.query({ text: `update alert set contacted_at = contacted_at - (${shift}), resolved_at = resolved_at - (${shift})` })
    await tx.query({
      text: `update sla_clock set breached_at = now() where subject_id = $1 and target = 'contact'`,
      values: [carls[0]],
    })
  })
  await send('2026-05-28', 9, 'kelby', 'gold', { person: dana })
  await send('2026-05-28', 5, 'kelby', 'gold', { person: carl })
  for (let i = 0; i < 10; i++) await send('2026-05-29', 10, 'kelby', 'gold')
})
afterAll(() => app.close())

/** Where a link of the page leads, asked of the API as the page there asks it. */
function callOf(href: string): { path: string; query: Record<string, string> } {
  const [path, text = ''] = href.split('?') as [string, string?]
  const search = Object.fromEntries(new URLSearchParams(text))
  const known = <D extends Record<string, string>>(defaults: D) =>
    Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, search[key] ?? value])) as D
  const read = new Set([
    'survey',
    ...Object.keys(alertDefaults),
    ...Object.keys(browseDefaults),
    ...Object.keys(responseFilterDefaults),
  ])
  // A filter that the page there does not read would be forgotten in silence.
  expect(Object.keys(search).filter(key => !read.has(key) && !key.startsWith('segment.'))).toEqual([])
  if (path === '/alerts') return { path, query: queryOf(known(alertDefaults), segmentsIn(search)) }
  if (path !== '/responses') return { path, query: search }
  const cut = responseFilterQuery(known(responseFilterDefaults), segmentsIn(search), '2026-07-01')
  return { path: `/surveys/${search['survey']}/responses`, query: { ...cut, ...browseQuery(known(browseDefaults)) } }
}

async function countBehind(href: string, key: string): Promise<number> {
  const { path, query } = callOf(href)
  const reply = await app.call('GET', `${path}?${new URLSearchParams({ ...query, limit: '200' })}`, undefined, { key })
  expect(reply.status, `${href}: ${reply.text}`).toBe(200)
  expect(reply.body.nextCursor).toBeNull()
  return reply.body.items.length
}

/** Every number of a page, and the link that stands on it. */
interface Shown {
  summary: Summary
  segments: SegmentTable[]
  loop: LoopNumbers
  causes: CauseRow[]
  quarters: Quarter[]
  drivers: DriverTable
}

type Told = [what: string, n: number | undefined, href: string]
const nOf = (shown: { kind: string; n?: number } | null | undefined) => (shown?.kind === 'score' ? shown.n : undefined)

const summaryLinks = ({ summary }: Shown): Told[] => {
  const { period, compared, distribution, series, units, parts, alerts, elsewhere } = summary
  const earlier = compared && selectionInPeriod(summary, compared)
  return [
    ['responses', summary.responses, answersHref(summary)],
    ['score', nOf(summary.score), scoresHref(summary)],
    ['before', nOf(summary.before), earlier ? scoresHref(earlier) : ''],
    ...(distribution ?? []).map(({ value, n }): Told => [`answered ${value}`, n, scoresHref(summary, value, value)]),
    ...series.map((point): Told => {
      const days = { from: point.at > period.from ? point.at : period.from, to: point.to < period.to ? point.to : period.to }
      return [`course ${point.at}`, nOf(point.score), scoresHref(selectionInPeriod(summary, days))]
    }),
    ...units.flatMap((row): Told[] => [
      [`unit ${row.name}`, nOf(row.score), scoresHref(selectionInUnit(summary, row))],
      [`unit ${row.name} before`, nOf(row.before), earlier ? scoresHref(selectionInUnit(earlier, row)) : ''],
    ]),
    ['elsewhere', elsewhere, scoresHref(summary, undefined, undefined, { except: 'below' })],
    ...(parts?.parts ?? []).flatMap(({ id, n, before }): Told[] => {
      const others = parts!.parts.flatMap(part => part.id ?? [])
      const href = (looked: Summary) =>
        id
          ? scoresHref(selectionInUnit(looked, { id }))
          : scoresHref(looked, undefined, undefined, others.length ? { except: others } : {})
      return [[`part ${id}`, n, href(summary)], [`part ${id} before`, before, href(earlier!)]] // biome-ignore format: rows
    }),
    ['alerts', alerts!.opened, alertsHref(summary, 'all')],
    ['waiting', alerts!.waiting, alertsHref(summary, 'waiting')],
    ['closed', alerts!.closed, alertsHref(summary, 'closed')],
    ['explained', alerts!.explained, alertsHref(summary, 'all', { explained: 'true' })],
  ]
}

const loopLinks = ({ summary, loop }: Shown): Told[] => [
  ['opened', loop.alerts!.opened, alertsHref(summary, 'all')],
  ['still waiting', loop.alerts!.waiting, alertsHref(summary, 'waiting')],
  ['overdue', loop.alerts!.overdue, alertsHref(summary, 'all', { promise: 'overdue' })],
  ['promised', loop.alerts!.promised, alertsHref(summary, 'all', { promise: 'made' })],
  ['contact due', loop.alerts!.contactDue, alertsHref(summary, 'all', { promise: 'contact-due' })],
  ['contact kept', loop.alerts!.contactInTime, alertsHref(summary, 'all', { promise: 'contact-kept' })],
  ['resolve due', loop.alerts!.resolveDue, alertsHref(summary, 'all', { promise: 'resolve-due' })],
  ['resolve kept', loop.alerts!.resolveInTime, alertsHref(summary, 'all', { promise: 'resolve-kept' })],
  ['time to close', 'n' in loop.timeToClose.median ? loop.timeToClose.median.n : 0, alertsHref(summary, 'all')],
  ['contacted', nOf(loop.recovery?.contacted), answersHref(summary, { behind: 'contacted-again' })],
  ['left alone', nOf(loop.recovery?.notContacted), answersHref(summary, { behind: 'left-again' })],
  ...loop.units.flatMap(({ id, name, opened, closed, closeTheLoop, closedInTime }): Told[] => {
    const unit = selectionInUnit(summary, { id })
    return [
      [`${name} opened`, opened, alertsHref(unit, 'all')],
      [`${name} closed`, closed, alertsHref(unit, 'closed')],
      [`${name} contact due`, nOf(closeTheLoop), alertsHref(unit, 'all', { promise: 'contact-due' })],
      [`${name} resolve due`, nOf(closedInTime), alertsHref(unit, 'all', { promise: 'resolve-due' })],
    ]
  }),
  ...loop.outcomes.flatMap(({ outcome, n, inTime, recovered, next }): Told[] => {
    if (outcome === null)
      return [
        ['nobody spoke with them', n, answersHref(summary, { behind: 'left' })],
        ['… and answered again', nOf(recovered), answersHref(summary, { behind: 'left-again' })],
      ]
    const href = (more: object) => alertsHref(summary, 'closed', { outcome, kind: 'recovery', ...more })
    return [
      [outcome, n, href({})],
      [`${outcome} due`, nOf(inTime), href({ promise: 'resolve-due' })],
      [`${outcome} answered again`, nOf(next), href({ next: 'answered' })],
    ]
  }),
]

const otherLinks = ({ summary, segments, causes, quarters, drivers }: Shown): Told[] => {
  const behindCause = (looked: Summary, id: string) =>
    answersHref(looked, { behind: `cause:${id}` }, { question: summary.question.id })
  return [
    ...segments.flatMap(({ key, values, without }): Told[] => [
      ...values.flatMap((row): Told[] => {
        const looked = selectionInSegment(summary, key, row.value)
        return [
          [`${key} ${row.value}`, nOf(row.score), scoresHref(looked)],
          [
            `${key} ${row.value} before`,
            nOf(row.before),
            summary.compared ? scoresHref(selectionInPeriod(looked, summary.compared)) : '',
          ],
        ]
      }),
      [`no ${key}`, without, scoresHref({ ...summary, segment: null }, undefined, undefined, { without: key })],
    ]),
    ...causes.flatMap(({ id, cause, n, impact }): Told[] => [
      [cause, n, alertsHref(summary, 'all', { cause: id })],
      [`${cause}: impact`, impact?.n, behindCause(summary, id)],
    ]),
    ...quarters.flatMap(quarter =>
      quarter.causes.flatMap(({ id, cause, n, impact }): Told[] => {
        const looked = selectionInPeriod(summary, quarter)
        return [
          [`${quarter.from} ${cause}`, n, alertsHref(looked, 'all', { cause: id })],
          [`${quarter.from} ${cause}: impact`, impact?.n, behindCause(looked, id)],
        ]
      }),
    ),
    ['drivers', drivers.n, answersHref(summary, { behind: 'drivers' }, { question: summary.question.id })],
  ]
}

async function look(query: string, key: string): Promise<Shown> {
  const get = async (what: string) => {
    const reply = await app.call('GET', `/insights/${what}?survey=${here.survey}${query}`, undefined, { key })
    expect(reply.status, reply.text).toBe(200)
    return reply.body
  }
  return {
    summary: await get('summary'),
    segments: await get('segments'),
    loop: await get('loop'),
    causes: await get('causes'),
    quarters: await get('causes/quarters'),
    drivers: await get('drivers'),
  }
}

const spring = '&from=2026-04-01&to=2026-06-30'

describe('every number opens exactly what it counts', () => {
  it.each([
    ['everything', ''],
    ['a quarter against the one before', spring],
    ['the same days a year earlier', `${spring}&against=year`],
    ['a unit', `${spring}&unit=northmoor`],
    ['a unit as it was', `${spring}&unit=northmoor&tree=was`],
    ['all units as they were', `&from=2026-01-01&to=2026-06-30&tree=was`],
    ['a segment', `${spring}&segment.tier=gold`],
    ['a segment of a unit as it was', `${spring}&unit=westbay&segment.tier=silver&tree=was`],
    ['another question', `${spring}&question=stars`],
    ['one day', '&from=2026-05-21&to=2026-05-21'],
  ])('looking at %s', async (_, query) => {
    await expectEqual(await look(query, app.key), app.key)
  })

  it('also for whoever may see only a part, and owns alerts elsewhere', async () => {
    const { apiKey } = (await app.call('POST', '/api-keys', { name: 'North', role: 'manager', units: [here.northmoor] })).body
    const shown = await look(spring, apiKey)
    expect(shown.summary.responses).toBeLessThan((await look(spring, app.key)).summary.responses)
    await expectEqual(shown, apiKey)
  })

  it('and the story has something behind every kind of number', async () => {
    const shown = await look(spring, app.key)
    const empty = [...summaryLinks(shown), ...loopLinks(shown), ...otherLinks(shown)].filter(([, n]) => !n).map(([what]) => what)
    expect(empty.filter(what => !/^answered \d|^course|^part|impact$/.test(what))).toEqual([])
  })
})

async function expectEqual(shown: Shown, key: string): Promise<void> {
  const told = [...summaryLinks(shown), ...loopLinks(shown), ...otherLinks(shown)].filter(([, n]) => n !== undefined)
  expect(told.length).toBeGreaterThan(20)
  const found: [string, number][] = []
  for (const [what, , href] of told) found.push([what, await countBehind(href, key)])
  expect(found).toEqual(told.map(([what, n]) => [what, n]))
}

it('invitations open too: those that were answered, of those that were delivered', async () => {
  await inOrg(app, async tx => {
    const send = newId()
    await tx.query({
      text: `insert into send (org_id, id, survey_id, audience, message, schedule, reminders, created_by, created_at)
        values ($1, $2, $3, '{}', '{}', '{}', '{}', 'test', now())`,
      values: [tx.org, send, here.survey],
    })
    const invite = (n: number, state: string, day: string, unit: string) =>
      tx.query({
        text: `insert into invitation (org_id, id, send_id, survey_id, occurrence, person_id, unit_id, state, due_at, sent_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
        values: [tx.org, newId(), send, here.survey, n, here.dana, unit, state, day],
      })
    await invite(1, 'answered', '2026-05-01T09:00:00Z', here.kelby)
    await invite(2, 'sent', '2026-05-02T09:00:00Z', here.kelby)
    await invite(3, 'bounced', '2026-05-02T09:00:00Z', here.kelby)
    await invite(4, 'answered', '2026-05-31T09:00:00Z', westbay)
    await invite(5, 'answered', '2026-02-01T09:00:00Z', here.kelby)
  })
  const answered = async (query: string) => {
    const { summary, loop } = await look(query, app.key)
    const rate = loop.responseRate!.rate
    expect(rate.kind === 'score' && rate.n).toBe(loop.responseRate!.delivered)
    return {
      delivered: [loop.responseRate!.delivered, await countBehind(invitationsHref(summary, 'delivered'), app.key)],
      answered: [rate.kind === 'score' && rate.n * rate.score, await countBehind(invitationsHref(summary, 'answered'), app.key)],
    }
  }
  expect(await answered(spring)).toEqual({ delivered: [3, 3], answered: [2, 2] })
  expect(await answered(`${spring}&unit=northmoor`)).toEqual({ delivered: [2, 2], answered: [1, 1] })
})
