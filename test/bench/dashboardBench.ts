import type pg from 'pg'
import { dayAfter, makeResponses } from './manyResponses.ts'
import { onProduct } from './onProduct.ts'
import { openOrganisation, type Organisation } from './organisation.ts'
import type { Bench } from './run.ts'
import { type Times, timesOf } from './times.ts'

const FEW = 50_000
const MANY = 5_000_000
const MOST_P95 = 60
const MOST_GROWTH = 1.5
const LEAST_GAIN = 100
const ROUNDS = 60

/** What Insights asks of the database, on fifty thousand and on five million responses of the same organisation. */
export const bench: Bench = {
  run: () =>
    onProduct(async (url, client) => {
      const asked = await openOrganisation(url)
      await makeResponses(client, asked.org, asked.survey, FEW)
      const few = await measureAll(url, asked)
      await makeResponses(client, asked.org, asked.survey, MANY - FEW)
      const many = await measureAll(url, asked)
      const raw = await measureRaw(client, asked)
      return judge(few, many, raw)
    }),
}

/** A region or a unit, some period of at least a quarter, one channel: different each time, the same in each run. */
function narrowing(i: number) {
  const unit = i % 3 ? `r${i % 4}` : `r${i % 4}u${i % 10}`
  const from = (i * 37) % 400
  return {
    unit,
    from: dayAfter(from),
    to: dayAfter(Math.min(539, from + 91 + ((i * 53) % 270))),
    channel: ['app', 'mail'][i % 2]!,
  }
}

const requests: Record<string, (survey: string, i: number) => string> = {
  'insights, a unit or region in a period': (survey, i) => {
    const { unit, from, to } = narrowing(i)
    return `/insights/summary?survey=${survey}&unit=${unit}&from=${from}&to=${to}`
  },
  'NPS of a unit, a period and a channel': (survey, i) => {
    const { unit, from, to, channel } = narrowing(i)
    return `/surveys/${survey}/metrics/nps?unit=${unit}&from=${from}&to=${to}&segment.channel=${channel}`
  },
  'the same by day': (survey, i) => {
    const { unit, from, to, channel } = narrowing(i)
    return `/surveys/${survey}/metrics/nps/series?by=day&unit=${unit}&from=${from}&to=${to}&segment.channel=${channel}`
  },
  'the same by month': (survey, i) => {
    const { unit, from, to, channel } = narrowing(i)
    return `/surveys/${survey}/metrics/nps/series?by=month&unit=${unit}&from=${from}&to=${to}&segment.channel=${channel}`
  },
}

async function measureAll(
  url: string,
  { key, survey }: Pick<Organisation, 'org' | 'key' | 'survey'>,
): Promise<Record<string, Times>> {
  const measured: Record<string, Times> = {}
  for (const [name, request] of Object.entries(requests)) {
    const ask = async (i: number) => {
      const reply = await fetch(`${url}/api/v1${request(survey, i)}`, { headers: { authorization: `Bearer ${key}` } })
      if (!reply.ok) throw new Error(`${name}: ${reply.status} ${await reply.text()}`)
      await reply.arrayBuffer()
    }
    measured[name] = await timesOf(ROUNDS, ROUNDS / 2, ask)
  }
  return measured
}

/** The same numbers straight from the answers: plain SQL, without the product around it. */
async function measureRaw(client: pg.Client, { org, survey }: Pick<Organisation, 'org' | 'key' | 'survey'>): Promise<Times> {
  return timesOf(8, 0, i => {
    const { unit, from, to, channel } = narrowing(i)
    return client.query(
      `select a.number, count(*) from response r join answer a on a.org_id = r.org_id and a.response_id = r.id and a.question_id = 'nps'
        where r.org_id = $1 and r.survey_id = $2 and r.state = 'complete' and r.responded_on between $3 and $4 and r.segments->>'channel' = $5
          and r.unit_id in (select u.id from unit u where u.org_id = $1 and (u.key = $6 or u.key like $6 || 'u%')) group by 1`,
      [org, survey, from, to, channel, unit],
    )
  })
}

function judge(few: Record<string, Times>, many: Record<string, Times>, raw: Times) {
  const ms = (n: number) => `${n.toFixed(1)} ms`
  const gain = raw.p50 / many['NPS of a unit, a period and a channel']!.p50
  const missed: string[] = []
  const rows = Object.keys(requests).map(name => {
    const [a, b] = [few[name]!, many[name]!]
    const growth = b.p50 / a.p50
    if (b.p95 > MOST_P95) missed.push(`${name}: p95 ${ms(b.p95)}; promised are ${MOST_P95} ms`)
    if (growth > MOST_GROWTH) missed.push(`${name}: ${growth.toFixed(2)} times the time on ${FEW}; promised are ${MOST_GROWTH}`)
    return `| ${name} | ${ms(a.p50)}, ${ms(a.p95)} | ${ms(b.p50)}, **${ms(b.p95)}** | ${growth.toFixed(2)} |`
  })
  if (gain < LEAST_GAIN) missed.push(`${gain.toFixed(0)} times as fast as from the answers; promised are ${LEAST_GAIN}`)
  const report = `Over HTTP, one after the other, ${ROUNDS} of each kind; 40 units in four regions, 540 days, four channels. Promised: p95 ≤ ${MOST_P95} ms on five million
responses, ≤ ${MOST_GROWTH} times the median on fifty thousand, ≥ ${LEAST_GAIN} times as fast as from the answers. PostgreSQL 15.

| | 50,000: p50, p95 | 5,000,000: p50, p95 | growth |
|---|---|---|---|
${rows.join('\n')}

Straight from the answers (plain SQL, NPS of a unit, a period and a channel): p50 ${ms(raw.p50)} = **${gain.toFixed(0)} times** as long.
`
  return { report, missed }
}
