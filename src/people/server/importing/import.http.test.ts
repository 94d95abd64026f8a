import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { peopleCsv, unitsCsv } from '../../../../test/cast.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const units = (csv: string | Buffer, query = '') => app.call('POST', `/units/import${query}`, csv)
const people = (csv: string | Buffer, query = '') => app.call('POST', `/people/import${query}`, csv)
const count = (r: { body: { created: number; updated: number; unchanged: number; skipped: unknown[] } }) => [
  r.body.created,
  r.body.updated,
  r.body.unchanged,
  r.body.skipped.length,
]
const rows = async (sql: string) => (await app.database.pool.query(sql)).rows
const map = (fields: Record<string, string>) => `map=${encodeURIComponent(JSON.stringify(fields))}`

describe('a file of units', () => {
  it('is tried without a trace, then taken, then changes nothing the second time', async () => {
    expect(count(await units(unitsCsv, '?dry_run=true'))).toEqual([4, 0, 0, 0])
    expect(await rows('select * from unit')).toEqual([])
    expect(count(await units(unitsCsv))).toEqual([4, 0, 0, 0])
    expect(count(await units(unitsCsv))).toEqual([0, 0, 4, 0])
  })
  it('moves and renames, and counts only that', async () => {
    expect(
      count(await units('unit,parent,name\nsaltmouth,northmoor,Saltmouth\nkelby,northmoor,Kelby depot\nwestbay,,Westbay\n')),
    ).toEqual([0, 2, 1, 0])
    expect(count(await units('unit,parent,name\nsaltmouth,westbay,Saltmouth\nkelby,northmoor,Kelby\n'))).toEqual([0, 2, 0, 0])
  })
  it('takes parents that come later, and says by line what would stand below itself', async () => {
    const reply = await units('unit,parent\nyard,depot\ndepot,kelby\nx,y\ny,x\nbelow,x\nlost,nowhere\nyard,kelby\n,kelby\n')
    expect([reply.body.created, reply.body.updated]).toEqual([2, 0])
    expect(reply.body.skipped).toEqual([
      { line: 4, reason: 'it would stand below itself: x → y → x (lines 4, 5)' },
      { line: 5, reason: 'it would stand below itself: x → y → x (lines 4, 5)' },
      { line: 6, reason: 'its parent “x” (line 4) was left out' },
      { line: 7, reason: 'parent “nowhere” is neither in the file nor in the directory' },
      { line: 8, reason: '“yard” stands on line 2 already' },
      { line: 9, reason: 'unit is empty' },
    ])
  })
  it('cannot move a unit below one of its own', async () => {
    const reply = await units('unit,parent\nnorthmoor,yard\n')
    expect(reply.body.skipped[0].reason).toContain('northmoor → yard → depot → kelby → northmoor')
  })
  it('may be a mess of encodings, separators and NULs', async () => {
    expect(count(await units(Buffer.from('\uFEFFunit;parent;name\r\nmuehle;;"Alte\r\nMühle"\r\n', 'utf8')))).toEqual([1, 0, 0, 0])
    expect(count(await units(Buffer.from('unit;name\nbruecke;Brücke\n', 'latin1')))).toEqual([1, 0, 0, 0])
    const nul = await units('unit,name\nnul,a\u0000b\nwide,a,b,c\n')
    expect(nul.body.skipped.map((s: { reason: string }) => s.reason)).toEqual([
      'name contains the NUL character',
      'has 4 cells where the first line has 2',
    ])
    expect(await rows(`select name from unit where key in ('muehle', 'bruecke') order by key`)).toEqual([
      { name: 'Brücke' },
      { name: 'Alte\nMühle' },
    ])
  })
  it('is refused with words when it is none', async () => {
    for (const bad of ['', 'a,b\n1,2\n', 'unit,name\n"open']) {
      const reply = await units(bad)
      expect(reply.status).toBe(400)
      expect(reply.body.title).toMatch(/empty|No column|never closed/)
    }
    expect((await units('unit\nx', '?map=[]')).status).toBe(400)
    expect((await units('unit\nx', '?map={')).status).toBe(400)
    expect((await units('unit\nx', `?${map({ unit: 'nowhere' })}`)).status).toBe(400)
  })
})

describe('a file of people', () => {
  it('is tried, taken and taken again without change', async () => {
    expect(count(await people(peopleCsv, '?dry_run=1'))).toEqual([3, 0, 0, 0])
    expect(await rows(`select * from person where external_id is not null`)).toEqual([])
    expect(count(await people(peopleCsv))).toEqual([3, 0, 0, 0])
    expect(count(await people(peopleCsv))).toEqual([0, 0, 3, 0])
    expect(await rows(`select name from customer_account`)).toEqual([{ name: 'Whitlock’s Bakery'.replace('’', "'") }])
    expect(
      await rows(
        `select p.name, m.role from unit_member m join person p on p.id = m.person_id join unit u on u.id = m.unit_id where u.key = 'kelby' order by 1`,
      ),
    ).toEqual([
      { name: 'Dana Whitlock', role: 'member' },
      { name: 'Omar Haddad', role: 'manager' },
    ])
  })
  it('finds people by external id or e-mail, and adds what was missing', async () => {
    expect(count(await people('email,external_id,phone\nDANA@bakery.example,,+44 20\n'))).toEqual([0, 1, 0, 0])
    expect(count(await people('external_id,name\nC1,Dana W.\n'))).toEqual([0, 1, 0, 0])
    expect(count(await people('external_id,name\nC1,Dana Whitlock\n'))).toEqual([0, 1, 0, 0])
  })
  it('says by line why somebody is left out', async () => {
    const reply = await people(
      [
        'external_id,email,unit,manager_id,kind',
        'E9,not-an-address,,,',
        ',,kelby,,',
        'E10,,atlantis,,',
        'E11,,,E404,',
        'E12,,,E13,',
        'E13,,,E12,',
        'E14,,,E12,',
        'E15,,,,robot',
        'E1,omar@northwind.example,,,',
        'E16,dana@bakery.example,,,',
        'E17,,kelby,E18,',
        'E18,,kelby,,',
        'E17,,kelby,,',
        'E17,,saltmouth,,',
      ].join('\n'),
    )
    expect(reply.body.created).toBe(2)
    expect(Object.fromEntries(reply.body.skipped.map((s: { line: number; reason: string }) => [s.line, s.reason]))).toEqual({
      2: '“not-an-address” is not an e-mail address',
      3: 'has neither an external_id nor an e-mail address',
      4: 'there is no unit “atlantis”; import the units first',
      5: 'the manager “E404” is neither in the file nor in the directory',
      6: 'nobody reports to themselves: E12 → E13 → E12 (lines 6, 7)',
      7: 'nobody reports to themselves: E12 → E13 → E12 (lines 6, 7)',
      8: 'the manager “E12” (line 6) was left out',
      9: 'kind is staff or contact, not “robot”',
      10: 'its external_id and its e-mail address belong to two different people',
      11: '“dana@bakery.example” is in the directory as “C1”',
      14: 'this person stands on line 12 already',
    })
    expect(
      await rows(`select count(*)::int as n from unit_member m join person p on p.id = m.person_id where p.external_id = 'E17'`),
    ).toEqual([{ n: 2 }])
  })
  it('moves a person to another unit from today on, and keeps where they were', async () => {
    await people('external_id,unit\nC1,saltmouth\n')
    const where = await rows(
      `select u.key, m.valid_to is null as now from unit_member m join person p on p.id = m.person_id join unit u on u.id = m.unit_id where p.external_id = 'C1' order by 1`,
    )
    expect(where).toEqual([
      { key: 'kelby', now: false },
      { key: 'saltmouth', now: true },
    ])
  })
  it('comes back as it went out, and runs no formula', async () => {
    await people('external_id,name,segment.plan\nX1,"=HYPERLINK(""http://evil.example"")",gold\n')
    const file = await app.call('GET', '/people/export')
    expect(file.headers['content-disposition']).toContain('people.csv')
    expect(file.text).toContain(`"'=HYPERLINK`)
    expect(file.text).toContain('segment.plan')
    const again = await people(file.text)
    expect(again.body.skipped).toEqual([])
    expect([again.body.created, again.body.updated]).toEqual([0, 0])
    const tree = await app.call('GET', '/units/export')
    expect(count(await units(tree.text)).slice(0, 2)).toEqual([0, 0])
  })
  it('is for those who may write, and see everything', async () => {
    const { body } = await app.call('POST', '/api-keys', { name: 'Viewer', role: 'viewer' })
    expect((await app.call('POST', '/people/import', peopleCsv, { key: body.apiKey })).status).toBe(403)
  })
})

const chart = resolve(import.meta.dirname, '../../../../../shared/data/org/org_chart_software_company.csv')

describe.skipIf(!existsSync(chart))('an org chart without e-mail and units (shared/data/org)', () => {
  let other: TestApp
  beforeAll(async () => {
    other = await testApp()
  })
  afterAll(() => other.close())

  it('imports cleanly, each manager’s team being a unit', async () => {
    const query = `?${map({ external_id: 'employee_id', title: 'job_title', 'segment.country': 'country' })}`
    const send = (extra = '') => other.call('POST', `/people/import${query}${extra}`, readFileSync(chart))
    const dry = await send('&dry_run=true')
    const first = await send()
    expect(first.body).toEqual(dry.body)
    expect(count(first)).toEqual([220, 0, 0, 0])
    expect(first.body.notes[0]).toContain('each manager’s team')
    expect(count(await send())).toEqual([0, 0, 220, 0])
    const {
      rows: [tops],
    } = await other.database.pool.query('select count(*)::int as n from unit_placement where parent_id is null')
    expect(tops).toEqual({ n: 1 })
  })
})

it('takes five times as long for five times as many people, not twenty-five times', async () => {
  const file = (name: string, n: number) => {
    const lines = Array.from({ length: n }, (_, i) => {
      const manager = i ? `${name}${Math.floor((i - 1) / 10)}` : ''
      return `${name}${i},${name}${i}@big.example,Person ${i},kelby,,${manager},gold`
    })
    return `external_id,email,name,unit,role,manager_id,segment.plan\n${lines.join('\n')}\n`
  }
  const timed = async (csv: string, expected: number[]) => {
    const began = Date.now()
    expect(count(await people(csv))).toEqual(expected)
    return Date.now() - began
  }
  const small = await timed(file('s', 2_000), [2_000, 0, 0, 0])
  // The better of two: a machine that is busy with something else for a while says nothing about the import.
  const large = Math.min(await timed(file('l', 10_000), [10_000, 0, 0, 0]), await timed(file('m', 10_000), [10_000, 0, 0, 0]))
  await timed(file('l', 10_000), [0, 0, 10_000, 0])
  expect(large / small).toBeLessThan(15)
}, 120_000)
