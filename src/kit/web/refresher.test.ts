import { expect, it } from 'vitest'
import { refresher } from './refresher.ts'

/** Queries whose reading ends when the test says so. */
function slowQueries() {
  const ends: (() => void)[] = []
  return { ends, invalidateQueries: () => new Promise<void>(end => void ends.push(end)) }
}

const moment = () => new Promise(done => setTimeout(done))

it('reads once for everybody who asks in the same moment, and anew when something changes meanwhile', async () => {
  const queries = slowQueries()
  const refresh = refresher(() => 0)
  for (let i = 0; i < 3; i++) refresh(queries, 'alerts')
  await moment()
  expect(queries.ends).toHaveLength(1)
  refresh(queries, 'alerts')
  await moment()
  expect(queries.ends).toHaveLength(2)
})

it('lets a reading come to its end where changes keep coming, and reads once more after it', async () => {
  const queries = slowQueries()
  let time = 0
  const refresh = refresher(() => time)
  for (; time <= 1000; time += 100) {
    refresh(queries, 'alerts')
    await moment()
  }
  expect(queries.ends).toHaveLength(3)
  // Those that were begun anew end first, and change nothing.
  for (const end of queries.ends.splice(0)) end()
  await moment()
  expect(queries.ends).toHaveLength(1)
  queries.ends.pop()!()
  await moment()
  expect(queries.ends).toHaveLength(0)
})
