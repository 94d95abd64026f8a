import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { dana, omar, unitsCsv } from '../../../test/cast.ts'

let app: TestApp
let survey: string
beforeAll(async () => {
  app = await testApp()
  await app.call('POST', '/units/import', unitsCsv)
  await app.call(
    'POST',
    '/people/import',
    `external_id,email,name,unit,role,kind\nM1,${omar.email},${omar.name},kelby,manager,staff\nC1,${dana.email},${dana.name},kelby,member,contact\n`,
  )
})
afterAll(() => app.close())

// biome-ignore lint: rows of every table
const query = async (text: string, values: unknown[] = []): Promise<any[]> => (await app.database.pool.query(text, values)).rows

interface Row {
  table: string
  tx: string
  row: Record<string, unknown>
}

/** Every row of every table, as the owner of the database sees it: row-level security is no protection against who reads the disk. */
async function everything(): Promise<Row[]> {
  const tables = await query(`select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  const all: Row[] = []
  for (const { name } of tables) {
    const rows = await query(`select xmin::text as tx, to_jsonb(t) as row from ${name} t`)
    all.push(...rows.map(({ tx, row }) => ({ table: name, tx, row })))
  }
  return all
}

const keyOf = ({ table, row }: Row) =>
  `${table} ${JSON.stringify([row['id'], row['org_id'], row['key'], row['name'], row['subject_id'], row['activity_id']])}`
const uuids = (text: string) => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
const madeAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
const times = (text: string) =>
  (text.match(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:?\d\d)?/g) ?? []).map(time => Date.parse(time))

it('leaves nothing of an anonymous answer that leads to who gave it: no person, no invitation, no address, no minute', async () => {
  const { body } = await app.call('POST', '/surveys', {
    name: 'Nameless',
    locale: 'en',
    anonymous: true,
    offersCall: true,
    questions: [
      { id: 'nps', kind: 'nps', prompt: 'How likely?' },
      { id: 'why', kind: 'text', prompt: 'Why?' },
    ],
  })
  survey = body.id
  await app.call('POST', `/surveys/${survey}/publish`)
  const rule = await app.call('POST', '/alert-rules', {
    name: 'Low',
    survey,
    kind: 'recovery',
    when: { all: [{ question: 'nps', atMost: 6 }] },
    route: [{ to: 'unit-manager' }],
    on: true,
  })
  expect(rule.status, rule.text).toBeLessThan(300)
  await app.call('POST', `/surveys/${survey}/sends`, {
    audience: { list: [{ email: dana.email, name: dana.name, unit: 'kelby' }] },
  })
  const [link] = await query(`select token from survey_link where survey_id = $1`, [survey])
  // The send goes on by itself for a moment; what it writes is not what the answer writes.
  const states = async () =>
    (await query(`select s.state as send, i.state as invitation, o.state as mail from send s, invitation i, outbox o`)).map(one =>
      Object.values(one).join(),
    )
  await expect.poll(states, { timeout: 20_000 }).toEqual(['done,waiting,kept'])
  const before = new Map((await everything()).map(one => [keyOf(one), one.tx]))

  const page = { page: true, key: null, headers: { 'user-agent': 'Danas Browser', 'x-forwarded-for': '203.0.113.77' } }
  const type = 'application/x-www-form-urlencoded'
  const path = `/f/${link.token}`
  const resume = /name="r" value="([\w-]+)"/.exec((await app.call('GET', `${path}?score=2`, undefined, page)).text)![1]!
  const begun = Date.now()
  await app.call('POST', path, `r=${resume}&step=0&q.nps=2&do=save`, { ...page, type })
  const sent = await app.call('POST', path, `r=${resume}&step=0&q.nps=2&q.why=Cold&do=send&call=1&phone=030901820`, {
    ...page,
    type,
  })
  expect(sent.status).toBe(303)
  const ended = Date.now()

  const after = await everything()
  const fresh = after.filter(one => before.get(keyOf(one)) !== one.tx && !one.table.startsWith('pgboss.'))
  const response = fresh.find(({ table }) => table === 'public.response')!
  const alert = fresh.find(({ table }) => table === 'public.alert')!
  expect(alert.row['response_id']).toBe(response.row['id'])
  const known = [response.row['id'], alert.row['id']] as string[]
  const speaks = (one: Row) => known.some(id => JSON.stringify(one.row).includes(id))
  // What was written with the answer, and whatever names it or its alert, anywhere, the queue included.
  const its = [...fresh.filter(one => one.tx === response.tx), ...after.filter(speaks)]
  expect(new Set(its.map(({ table }) => table))).toContain('public.notification')

  const [person] = await query('select id from person where email = $1', [dana.email])
  const [invitation] = await query('select id, send_id from invitation where person_id = $1', [person.id])
  for (const { table, row } of its) {
    const text = JSON.stringify(row)
    expect(text, table).not.toContain(person.id)
    expect(text, table).not.toContain(invitation.id)
    expect(text, table).not.toContain(invitation.send_id)
    expect(text, table).not.toMatch(/203\.0\.113\.77|Danas Browser|whitlock|030901820/i)
    const near = (time: number) => time > begun - 60_000 && time < ended + 60_000
    if (known.some(id => text.includes(id)) || table === 'public.answer') {
      expect(times(text).filter(near), `${table} keeps the minute: ${text}`).toEqual([])
      const others = uuids(text).filter(id => id !== survey && id !== row['org_id'] && near(madeAt(id)))
      const made = await namesOf(others)
      expect(made, `${table} holds an id made in that minute: ${text}`).toEqual([])
    }
  }
  // The sending side did not notice: its rows are as they were.
  for (const table of ['public.invitation', 'public.person', 'public.send'])
    expect(
      fresh.filter(one => one.table === table),
      table,
    ).toEqual([])
})

/** Of ids made within the minute, those that are no part of the stage: units, people, rules and surveys of this test are as young. */
async function namesOf(ids: string[]): Promise<string[]> {
  const stage = await query(
    `select id from unit union all select id from person union all select id from alert_rule union all select id from survey
     union all select id from survey_link union all select id from login union all select id from org`,
  )
  const known = new Set(stage.map(({ id }) => id))
  return ids.filter(id => !known.has(id))
}
