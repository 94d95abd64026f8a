import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
let survey: string
beforeAll(async () => {
  app = await testApp()
  const questions = [{ id: 'nps', kind: 'nps', prompt: 'Recommend?' }]
  survey = (await app.call('POST', '/surveys', { name: 'Visit', locale: 'en', questions })).body.id
  await app.call('POST', `/surveys/${survey}/publish`)
})
afterAll(() => app.close())

// Rows as SQL makes them: several within a millisecond, some within the same microsecond.
const microseconds = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 })
const pages = fc.integer({ min: 1, max: 9 })

async function pagesOf(path: string, limit: number): Promise<string[]> {
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const { status, body, text } = await app.call('GET', `${path}limit=${limit}${cursor}`)
    expect(status, text).toBe(200)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    if (!body.nextCursor) return seen
    cursor = `&cursor=${body.nextCursor}`
  }
}

const inserted = async (text: string, ...values: unknown[]) =>
  (await app.database.pool.query(text, values)).rows.map(({ id }) => id)
const at = `timestamptz '2026-03-01 12:00:00+00' + x.us * interval '1 microsecond'`

it('pages through responses made within one millisecond without skipping or repeating one', async () => {
  await fc.assert(
    fc.asyncProperty(microseconds, pages, async (times, limit) => {
      await app.database.pool.query('delete from response')
      const ids = await inserted(
        `insert into response (org_id, id, survey_id, version, state, source, started_at, responded_at, responded_on)
          select $1, gen_random_uuid(), $2, 1, 'complete', 'api', ${at}, ${at}, '2026-03-01' from unnest($3::int[]) x (us) returning id`,
        app.orgId,
        survey,
        times,
      )
      const seen = await pagesOf(`/surveys/${survey}/responses?`, limit)
      expect(seen).toHaveLength(ids.length)
      expect(new Set(seen)).toEqual(new Set(ids))
    }),
    { numRuns: 12 },
  )
})

it('pages through mails posted within one millisecond without skipping or repeating one', async () => {
  await fc.assert(
    fc.asyncProperty(microseconds, pages, async (times, limit) => {
      await app.database.pool.query('delete from outbox')
      const ids = await inserted(
        `insert into outbox (org_id, id, key, kind, state, payload, next_at, created_at)
          select $1, gen_random_uuid(), gen_random_uuid()::text, 'mail', 'sent', '{"to": "dana@bakery.example"}', ${at}, ${at}
          from unnest($2::int[]) x (us) returning id`,
        app.orgId,
        times,
      )
      const seen = await pagesOf('/outbox?', limit)
      expect(seen).toHaveLength(ids.length)
      expect(new Set(seen)).toEqual(new Set(ids))
    }),
    { numRuns: 12 },
  )
})

it.each(['/outbox', '/surveys', '/help-requests', 'responses', 'invitations'])(
  'refuses a cursor that %s did not give out',
  async path => {
    const url = path.startsWith('/') ? path : `/surveys/${survey}/${path}`
    for (const key of [['x'], ['x', 'y'], [1, 2], ['0000-00-00T00:00:00Z', app.orgId]]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      expect((await app.call('GET', `${url}?cursor=${cursor}`)).status).toBe(400)
    }
  },
)
