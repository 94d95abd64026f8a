import { setTimeout as sleep } from 'node:timers/promises'
import { makeResponses } from './manyResponses.ts'
import { onProduct } from './onProduct.ts'
import { openOrganisation, type Organisation } from './organisation.ts'
import type { Bench } from './run.ts'

const RESPONSES = 1_000_000
const MOST_SECONDS = 30

/** Rules tried on a year and a half with a million answers: read in order, judged one by one by the code that judges new answers. */
export const bench: Bench = {
  run: () =>
    onProduct(async (url, client) => {
      const world = await openOrganisation(url)
      await makeResponses(client, world.org, world.survey, RESPONSES)
      const rows: { name: string; alerts: number; seconds: number }[] = []
      for (const [name, condition] of Object.entries(rules)) rows.push({ name, ...(await replay(world, name, condition)) })
      return judge(rows)
    }),
}

const rules = {
  'a low score': { question: 'nps', atMost: 5 },
  'three of the last five of a unit': { series: { question: 'nps', atMost: 5, count: 3, of: 5, per: 'unit' } },
  'a unit that falls': { trend: { question: 'nps', direction: 'falling', minimum: 30 } },
}

async function replay({ call, survey }: Organisation, name: string, condition: object) {
  const { id } = await call('POST', '/alert-rules', { name, survey, on: false, when: { all: [condition] } })
  const began = performance.now()
  const { id: replay } = await call('POST', `/alert-rules/${id}/replays`, { from: '2025-01-01', to: '2027-01-01' })
  for (;;) {
    const { state, result } = await call('GET', `/alert-rules/${id}/replays/${replay}`)
    if (state === 'done') return { alerts: result.alerts as number, seconds: (performance.now() - began) / 1000 }
    if (state === 'failed' || performance.now() - began > 300_000) throw new Error(`The replay of “${name}” is ${state}`)
    await sleep(100)
  }
}

function judge(rows: { name: string; alerts: number; seconds: number }[]) {
  const report = `${RESPONSES.toLocaleString('en')} responses of 540 days and 40 units; from the request to its result, waiting for the queue included. PostgreSQL 15.

| rule | alerts found | seconds |
|---|---|---|
${rows.map(({ name, alerts, seconds }) => `| ${name} | ${alerts.toLocaleString('en')} | **${seconds.toFixed(1)}** (promised: ${MOST_SECONDS}) |`).join('\n')}
`
  const missed = rows
    .filter(({ seconds }) => seconds > MOST_SECONDS)
    .map(({ name, seconds }) => `${name}: ${seconds.toFixed(1)} s`)
  return { report, missed }
}
