import type pg from 'pg'
import { rollUpImport } from '../../src/responses/server/numbers/rollupStore.ts'
import { newId } from '../../src/kit/ids.ts'

const AT_ONCE = 250_000
export const FIRST_DAY = '2025-05-01'
const DAYS = 540
export const dayAfter = (n: number): string => new Date(Date.parse(FIRST_DAY) + n * 86_400_000).toISOString().slice(0, 10)
export const LAST_DAY = dayAfter(DAYS - 1)

/**
 * So many answered questionnaires, made by SQL: spread evenly over 540 days, the organisation's leaf units and four channels; the score
 * leans on the unit, so that they differ. Counted by the product's own statement, as an import is.
 */
export async function makeResponses(client: pg.Client, org: string, survey: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += AT_ONCE) await makeSome(client, org, survey, Math.min(AT_ONCE, count - made))
  await client.query('vacuum analyze response, answer, rollup')
}

async function makeSome(client: pg.Client, org: string, survey: string, count: number): Promise<void> {
  const set = newId()
  await client.query('begin')
  await client.query(
    `insert into response_import (org_id, id, survey_id, imported, skipped, created_by) values ($1, $2, $3, $4, 0, 'bench')`,
    [org, set, survey, count],
  )
  await client.query(
    `with leaf as (
        select array_agg(u.id order by u.key) as ids from unit u
        where u.org_id = $1 and not exists (select from unit_placement p where p.org_id = $1 and p.parent_id = u.id)
      )
      insert into response (org_id, id, survey_id, version, state, source, unit_id, import_id, segments, started_at, responded_at, responded_on)
      select $1, (overlay(gen_random_uuid()::text placing '7' from 15))::uuid, $3, 1, 'complete', 'bench',
        ids[1 + (random() * (cardinality(ids) - 1))::int], $2,
        jsonb_build_object('channel', (array['app', 'counter', 'mail', 'phone'])[1 + (random() * 3)::int]), d + time '12:00', d + time '12:00', d
      from leaf, generate_series(1, $4) as i cross join lateral (select $5::date + (random() * ${DAYS - 1} + i * 0)::int as d) as day`,
    [org, set, survey, count, FIRST_DAY],
  )
  await client.query(
    `insert into answer (org_id, response_id, question_id, kind, number)
      select $1, id, 'nps', 'nps', greatest(0, least(10, (6 + ('x' || right(unit_id::text, 1))::bit(4)::int / 5.0 + 5 * (random() - 0.5)))::int)
      from response where org_id = $1 and import_id = $2`,
    [org, set],
  )
  await rollUpImport(
    { org, query: (statement: pg.QueryConfig) => client.query(statement) } as Parameters<typeof rollUpImport>[0],
    set,
  )
  await client.query('commit')
}
