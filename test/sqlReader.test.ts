import { describe, expect, test } from 'vitest'
import { readFiles } from './sql/sources.ts'
import { readStatement } from './sql/statement.ts'

const tables = new Set(['alert', 'answer', 'org', 'person', 'response', 'unit'])

/** `+` before what is written, in the order of the text. */
const seen = (sql: string, asItem = false) =>
  readStatement(sql, tables, asItem)
    .mentions.map(({ table, how }) => (how === 'write' ? `+${table}` : table))
    .join(' ')

describe('the reader of SQL finds', () => {
  test.each([
    ['one table', 'select id from alert where org_id = $1', 'alert'],
    ['a table with its schema, in capitals', 'SELECT 1 FROM public.alert', 'alert'],
    ['a name in quotes', 'select 1 from "alert" a', 'alert'],
    [
      'joins with short names',
      'select a.id from alert a join person as p on p.id = a.person_id left join unit u using (id)',
      'alert person unit',
    ],
    ['a comma after a table', 'select 1 from alert a, person p where a.id = p.id', 'alert person'],
    ['a comma after a join', 'select 1 from alert a join unit u on u.id = a.unit_id, response r', 'alert unit response'],
    [
      'lateral and functions beside tables',
      'select 1 from alert a, unnest($1::uuid[]) x, lateral (select 1 from answer) y',
      'alert answer',
    ],
    ['a subquery for a value', 'select (select name from person p where p.id = a.id) from alert a', 'person alert'],
    ['exists without columns', 'select 1 from alert a where exists (select from answer)', 'alert answer'],
    ['a join in brackets', 'select 1 from (alert a join person p on p.id = a.id) join unit on true', 'alert person unit'],
    [
      'common table expressions',
      'with mine as (select id from alert), more as materialized (select 1 from mine) select 1 from mine, more, answer',
      'alert answer',
    ],
    ['a union', '(select id from alert) union all select id from response', 'alert response'],
    [
      'insert … values',
      'insert into alert (org_id, id) values ($1, $2) on conflict (id) do update set id = excluded.id',
      '+alert',
    ],
    [
      'insert … select',
      'insert into alert as a (org_id) select org_id from response r on conflict do nothing returning a.id',
      '+alert response',
    ],
    ['update … from', 'update alert a set unit_id = u.id from unit u, person p where u.id = a.id', '+alert unit person'],
    ['delete … using', 'delete from alert a using unit u join person on true where u.id = a.id', '+alert unit person'],
    ['delete with a subquery', 'delete from only alert where id in (select id from response)', '+alert response'],
    ['merge', 'merge into alert a using response r on r.id = a.id when matched then update set id = 1', '+alert response'],
    ['what changes inside', 'with gone as (delete from alert returning id) insert into unit select id from gone', '+alert +unit'],
    ['two statements', 'delete from alert; select 1 from unit', '+alert unit'],
    ['truncate', 'truncate table alert', '+alert'],
    ['a comment between', 'select 1 from -- from person\n alert /* , unit */ a', 'alert'],
    ['a piece that begins with a join', 'left join person p on p.id = a.person_id', 'person'],
    ['a piece that begins with a table', 'person p join unit u on u.id = p.unit_id', 'person unit'],
    ['a piece that begins with a comma', ', person p where p.id = a.id', 'person'],
  ])('%s', (_, sql, expected) => {
    expect(seen(sql)).toBe(expected)
  })

  test('what stands where another statement has its table', () => {
    expect(seen('alert', true)).toBe('alert')
    expect(seen('(select 1 from alert) x', true)).toBe('alert')
  })

  test.each([
    ['a column of that name', 'select alert.answer, r.person, answer as unit from response r order by answer, unit'],
    ['locks and conflicts', 'select 1 from response for update of person'],
    ['what is only distinct from', 'select 1 from response where a is distinct from person'],
    ['a part of a time', 'select extract(epoch from answer), trim(both from unit) from response'],
    ['columns that a join shares', 'select 1 from response join response r using (person, unit)'],
    ['words in a text', "select 'from person' from response"],
  ])('no table in %s', (_, sql) => {
    expect(new Set(seen(sql).split(' '))).toEqual(new Set(['response']))
  })

  test('what one server can do and several cannot', () => {
    const counted = (sql: string) => {
      const { modifyingCtes, insertsFromNothing, overOrgs } = readStatement(sql, tables)
      return [modifyingCtes, insertsFromNothing, overOrgs]
    }
    expect(counted('with a as (insert into alert values (1)), b as not materialized (update unit set x = 1) select 1')).toEqual([
      2, 0, 0,
    ])
    expect(counted('with a as (select 1 from alert) select 1 from a')).toEqual([0, 0, 0])
    expect(counted('insert into alert (id) select x from unnest($1::uuid[]) x')).toEqual([0, 1, 0])
    expect(counted('with x as (select * from unnest($1)) insert into alert select x from x')).toEqual([0, 1, 0])
    expect(counted('insert into alert (id) select x from unnest($1::uuid[]) x join unit u on u.id = x')).toEqual([0, 0, 0])
    expect(counted('insert into alert (id) values ($1), ($2)')).toEqual([0, 0, 0])
    expect(counted('select id from org o where exists (select 1 from alert a where a.org_id = o.id)')).toEqual([0, 0, 1])
    expect(counted('exists (select 1 from alert a where a.org_id = org.id)')).toEqual([0, 0, 1])
    expect(counted('select id from org o join alert a on a.org_id = o.id')).toEqual([0, 0, 0])
  })
})

describe('the reader of sources finds', () => {
  const read = (...texts: string[]) =>
    readFiles(
      texts.map((text, i) => ({ path: `room/${i}.ts`, text })),
      tables,
    )
  const found = (...texts: string[]) =>
    read(...texts).map(({ mentions }) => mentions.map(({ table, how }) => (how === 'write' ? `+${table}` : table)).join(' '))

  test.each([
    ['a text', `const q = 'select 1 from alert'`, 'alert'],
    ['a text in pieces', `const q = 'select 1 from ' + "alert a" + more`, 'alert'],
    [
      'a template with holes for columns',
      'const q = `select ${columns} from alert a where ${wanted} and a.id in (select id from unit)`',
      'alert unit',
    ],
    ['a statement within a hole', 'const q = `select 1 from alert ${all ? `join unit u on true` : ""}`', 'alert unit'],
    ['a tagged template', 'const q = sql<number>`(select count(*) from alert)`', 'alert'],
    [
      'the query builder',
      `db.selectFrom('alert as a').innerJoin('unit as u', j => j.onRef('u.id', '=', 'a.id')).select('person')`,
      'unit alert',
    ],
    ['several tables of the builder', `db.selectFrom(['alert', 'unit as u'])`, 'alert unit'],
    [
      'a subquery of the builder',
      `db.updateTable('alert').from('unit').where(eb => eb.exists(eb.selectFrom('answer')))`,
      'answer unit +alert',
    ],
    [
      'a lateral join of the builder',
      `db.deleteFrom('alert').leftJoinLateral(eb => eb.selectFrom('answer as x').as('y'), j => j.onTrue())`,
      '+alert answer',
    ],
    ['inserting by the builder', `db.insertInto('alert').values({})`, '+alert'],
    ['a constant after from', "const tables = 'alert'\nconst q = `select 1 from ${tables} where true`", 'alert'],
    ['a function after from', "const rows = (x: string) => `alert ${x}`\nconst q = `select 1 from ${rows('a')}`", 'alert'],
  ])('%s', (_, text, expected) => {
    expect(found(text)[0]!.split(' ').toSorted()).toEqual(expected.split(' ').toSorted())
  })

  test('what one file says after the from of another, where it is written', () => {
    const [one, two] = found(
      'export const rows = `alert a join unit u on true`',
      "import { rows } from './0.ts'\nconst q = `select 1 from ${rows}`",
    )
    expect([one, two]).toEqual(['alert unit', ''])
  })

  test('nothing in imports and types', () => {
    expect(found(`import { x } from 'from alert'\ntype From = 'from alert'`)).toEqual([''])
  })

  test('changes inside a common table expression of the builder', () => {
    const [file] = read(`db.with('gone', q => q.deleteFrom('alert').returning('id')).selectFrom('gone')`)
    expect(file!.modifyingCtes).toEqual(['room/0.ts:1'])
    expect(read(`db.with('some', q => q.selectFrom('alert')).selectFrom('some')`)[0]!.modifyingCtes).toEqual([])
  })

  test('subqueries of the builder for each organisation', () => {
    const subquery = (alias: string) =>
      `db.selectFrom('org as ${alias}').select(eb => eb.selectFrom('alert as a').whereRef('a.org_id', '=', 'o.id'))`
    expect(read(subquery('o'))[0]!.overOrgs).toHaveLength(1)
    expect(read(subquery('x'))[0]!.overOrgs).toEqual([])
  })

  test('where it cannot know the table', () => {
    expect(read('const f = (table: string) => `delete from ${table} where x`')[0]!.unreadable).toEqual(['room/0.ts ${table}'])
    expect(read('const f = (table: string) => `select 1 from "${table}"`')[0]!.unreadable).toEqual(['room/0.ts ${table}'])
    expect(read('db.selectFrom(table)')[0]!.unreadable).toEqual(['room/0.ts selectFrom(table)'])
    expect(read('const said = `a number from ${low} to ${high}`')[0]!.unreadable).toEqual([])
  })

  test('a common table expression that hides a table', () => {
    expect(read('const q = `with alert as (select 1 from alert) select 1 from alert`')[0]!.hiding).toEqual(['room/0.ts:1 alert'])
  })
})
