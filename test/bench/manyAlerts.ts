import type pg from 'pg'
import { LAST_DAY } from './manyResponses.ts'
import type { Organisation } from './organisation.ts'

const PERSONS = 25_000
const CAUSES = 24

const id = "(overlay(gen_random_uuid()::text placing '7' from 15))::uuid"

/** So many of a hundred, by an id, the same each time it is asked. */
const chance = (of: string, salt: string, percent: number) => `abs(hashtext(${of}::text || '${salt}')) % 100 < ${percent}`

/**
 * The answers of an organisation get senders, ratings and words; the unhappy ones so many alerts, as two rules and a year and a half of
 * work on them would have left them: a fifth part of another, one to three causes, contacts, three promises each of which one in six was
 * broken, some reopened (so that only the step says that it ever was broken), the newest still waiting.
 */
export async function makeAlerts(client: pg.Client, { org, survey, call }: Organisation, count: number): Promise<void> {
  const day = [['00:00', '24:00']]
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(name => [name, day]))
  const { id: calendar } = await call('POST', '/calendars', { name: 'Always', tz: 'UTC', hours })
  const { id: policy } = await call('POST', '/policies', { name: 'Soon', calendar, acknowledge: 60, contact: 240, resolve: 2880 })
  const rule = async (name: string, atMost: number): Promise<string> =>
    (await call('POST', '/alert-rules', { name, survey, policy, when: { all: [{ question: 'nps', atMost }] } })).id
  const rules = [await rule('Low', 6), await rule('Very low', 3)]
  await makeSenders(client, org, survey)
  await client.query(
    `insert into cause (org_id, id, name) select $1, ${id}, 'Cause ' || i from generate_series(1, ${CAUSES}) as i`,
    [org],
  )
  await client.query(matters, [org, survey, rules[0], Math.round(count * 0.8), rules[1], LAST_DAY])
  await client.query(causes, [org])
  await client.query(contacts, [org])
  await client.query(clocks, [org, policy, calendar])
  await client.query(steps, [org])
  await client.query('vacuum analyze')
}

async function makeSenders(client: pg.Client, org: string, survey: string): Promise<void> {
  await client.query(
    `insert into person (org_id, id, email, name, kind)
      select $1, ${id}, 'c' || i || '@customer.example', 'Customer ' || i, 'contact' from generate_series(1, ${PERSONS}) as i`,
    [org],
  )
  await client.query(
    `with p as (select array_agg(id) as ids from person where org_id = $1 and kind = 'contact')
      update response r set person_id = ids[1 + abs(hashtext(r.id::text)) % ${PERSONS}] from p where r.org_id = $1 and r.survey_id = $2`,
    [org, survey],
  )
  await client.query(
    `insert into answer (org_id, response_id, question_id, kind, number)
      select $1, w.response_id, q, 'rating', greatest(1, least(5, w.number / 2 + abs(hashtext(w.response_id::text || q)) % 3 - 1))
      from answer w, unnest(array['staff', 'speed', 'price']) as q where w.org_id = $1 and w.question_id = 'nps'`,
    [org],
  )
  await client.query(
    `insert into answer (org_id, response_id, question_id, kind, text)
      select $1, r.id, 'why', 'text', 'Waited for ' || abs(hashtext(r.id::text)) % 90 || ' minutes and nobody called back'
      from response r where r.org_id = $1 and r.survey_id = $2 and ${chance('r.id', 'words', 33)}`,
    [org, survey],
  )
}

// A matter for the unhappy answers of all days evenly; what the second rule says of the same answer is part of it.
const matters = `with owner as (select array_agg(id) as ids from (select id from person where org_id = $1 order by id limit 200) p),
  low as (
    select ${id} as id, r.id as response, r.unit_id, r.person_id, r.responded_at + interval '1 minute' as at, w.number,
      r.responded_on as day, r.responded_on > $6::date - 10 as fresh
    from response r join answer w on w.org_id = r.org_id and w.response_id = r.id and w.question_id = 'nps'
    where r.org_id = $1 and r.survey_id = $2 and w.number <= 6 order by hashtext(r.id::text) limit $4
  ), come as materialized (
    select *, case when fresh then (array['open', 'acknowledged', 'contacted', 'resolved'])[1 + abs(hashtext(id::text)) % 4]
      when ${chance('id', 'waits', 3)} then 'acknowledged' else 'resolved' end as state from low
  ), whole as (
    insert into alert (org_id, id, rule_id, survey_id, response_id, unit_id, person_id, owner_id, kind, state, path, reasons, headline,
        opened_at, acknowledged_at, contacted_at, resolved_at, reopened_at, outcome, answered_on)
      select $1, id, $3, $2, response, unit_id, person_id, ids[1 + abs(hashtext(id::text)) % cardinality(ids)], 'recovery', state, '[]', '[]',
        jsonb_build_object('question', 'nps', 'value', number, 'min', 0, 'max', 10, 'nps', true), at,
        case when state <> 'open' then at + interval '40 minutes' end,
        case when state in ('contacted', 'resolved') then at + interval '3 hours' end,
        case when state = 'resolved' then at + interval '30 hours' + interval '1 hour' * (abs(hashtext(id::text)) % 60) end,
        case when ${chance('id', 'reopened', 8)} then at + interval '20 hours' end,
        case when state = 'resolved' then (array['put-right', 'explained', 'goodwill', 'could-not-help', 'not-reached'])[1 + abs(hashtext(id::text)) % 5] end, day
      from come, owner
      returning *
  )
  insert into alert select (jsonb_populate_record(null::alert, to_jsonb(w) || jsonb_build_object('id', ${id}, 'rule_id', $5::uuid, 'merged_into', w.id))).*
    from whole w order by (w.headline ->> 'value')::int, w.id limit $4 / 4`

const causes = `insert into alert_cause (org_id, alert_id, cause_id, rank)
  select a.org_id, a.id, ids[1 + abs(hashtext(a.id::text) + n * n) % cardinality(ids)], n
  from alert a, (select array_agg(id) as ids from cause where org_id = $1) c, generate_series(0, 2) as n
  where a.org_id = $1 and a.state <> 'open' and a.acknowledged_at is not null
    and (a.merged_into is null or ${chance('a.id', 'named', 20)}) and abs(hashtext(a.id::text || 'causes')) % 3 >= n
  on conflict do nothing`

const contacts = `insert into alert_contact (org_id, id, alert_id, how, note, reached, by_name, at)
  select a.org_id, ${id}, a.id, (array['call', 'mail', 'note'])[1 + n], 'Spoke with them', n > 0 or ${chance('a.id', 'reached', 70)}, 'Omar',
    a.contacted_at - n * interval '20 minutes'
  from alert a, generate_series(0, 2) as n where a.org_id = $1 and a.contacted_at is not null and a.merged_into is null`

const broken = `(${chance('id', 'late', 16)})`
const clocks = `insert into sla_clock (org_id, id, subject_type, subject_id, target, policy_id, policy_version, calendar_id, priority, phase, round,
    target_ms, elapsed_ms, counted_at, breached_at, due_at, next_at, started_at)
  select $1, id, 'alert', subject, target, $2, 1, $3, 'normal', phase, round, ms, ms / 2, opened_at,
    case when ${broken} and round = 1 then opened_at + ms * interval '1 ms' end,
    case when phase = 'running' then now() + interval '90 days' end, case when phase = 'running' and not ${broken} then now() + interval '90 days' end, opened_at
  from (
    select ${id} as id, a.id as subject, t.target, t.ms, a.opened_at, case when a.reopened_at is null then 1 else 2 end as round,
      case when a.state = any(t.still) then 'running' else 'done' end as phase
    from alert a, (values ('acknowledge', 3600000::bigint, '{open}'::text[]), ('contact', 14400000, '{open,acknowledged}'),
      ('resolve', 172800000, '{open,acknowledged,contacted}')) as t (target, ms, still)
    where a.org_id = $1 and ${chance('a.id', 'promised', 92)} offset 0) c`

// Of a clock that began anew only the step says that its first round was broken.
const steps = `insert into sla_step (org_id, clock_id, round, step, due_at, fired_at)
  select org_id, id, r, s, started_at, started_at from sla_clock, generate_series(1, round) as r, unnest(array['warn', 'breach']) as s
  where org_id = $1 and (s = 'warn' or ${broken} and r = 1)`
