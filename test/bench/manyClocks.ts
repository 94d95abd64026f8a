import type pg from 'pg'

/** An organisation, what its clocks run under, and an alert that others are copied from. */
export interface Promised {
  org: string
  calendar: string
  policy: string
  alert: string
}

const id = "(overlay(gen_random_uuid()::text placing '7' from 15))::uuid"

const clock =
  'org_id, id, subject_type, subject_id, target, policy_id, policy_version, calendar_id, priority, phase, target_ms, elapsed_ms, counted_at, due_at, next_at, started_at'

/** So many promises that run and are due in an hour at the earliest, within three months. */
export async function makeOpen(client: pg.Client, { org, calendar, policy }: Promised, count: number): Promise<void> {
  await client.query(
    `insert into sla_clock (${clock})
      select $1, ${id}, 'alert', ${id}, 'acknowledge', $2, 1, $3, 'normal', 'running', 1000 * extract(epoch from due - now())::bigint, 0, now(), due, due, now()
      from generate_series(1, $4) as i cross join lateral (select now() + interval '1 hour' + i * 0 * interval '1 s' + random() * interval '90 days' as due) d`,
    [org, policy, calendar, count],
  )
  await client.query('vacuum analyze sla_clock')
}

/** Organisations beside it that do the same. */
export async function addQuietOrganisations(client: pg.Client, like: Promised, count: number): Promise<Promised[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into org (id, code, name) select ${id}, 'quiet' || i, 'Quiet ' || i from generate_series(0, $1 - 1) as i returning id`,
    [count],
  )
  const copy = async (table: string, key: string, value: string) => {
    const copied = `select (jsonb_populate_record(t, jsonb_build_object('org_id', o.id))).*
      from ${table} t, unnest($1::uuid[]) as o (id) where t.org_id = $2 and t.${key} = $3`
    await client.query(`insert into ${table} ${copied}`, [rows.map(row => row.id), like.org, value])
  }
  await copy('calendar', 'id', like.calendar)
  await copy('calendar_version', 'calendar_id', like.calendar)
  await copy('policy', 'id', like.policy)
  await copy('policy_version', 'policy_id', like.policy)
  return rows.map(row => ({ ...like, org: row.id }))
}

/** Alerts like the one there is. */
export async function makeAlerts(client: pg.Client, { org, alert }: Promised, ids: readonly string[]): Promise<void> {
  await client.query(
    `insert into alert select (jsonb_populate_record(a, jsonb_build_object('id', n.id, 'response_id', null, 'occasion', n.id))).*
      from alert a, unnest($3::uuid[]) as n (id) where a.org_id = $1 and a.id = $2`,
    [org, alert, ids],
  )
}

/** Promises of an hour to these alerts that are broken one after the other, spread evenly over a time. */
export async function makeDue(
  client: pg.Client,
  { org, calendar, policy }: Promised,
  subjects: readonly string[],
  { first, within }: { first: Date; within: number },
): Promise<void> {
  await client.query(
    `insert into sla_clock (${clock})
      select $1, ${id}, 'alert', subject, 'acknowledge', $2, 1, $3, 'normal', 'running', 3600000, 0, due - interval '1 hour', due, due, due - interval '1 hour'
      from (select subject, $5::timestamptz + $6::float8 * (n - 1) / cardinality($4::uuid[]) * interval '1 ms' as due
        from unnest($4::uuid[]) with ordinality as s (subject, n)) d`,
    [org, policy, calendar, subjects, first, within],
  )
}
