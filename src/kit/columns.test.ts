import { expect, it } from 'vitest'
import { matchColumns, unusedColumns } from './columns.ts'

const fields = { names: ['external_id', 'email', 'name', 'manager_email'], prefixes: ['segment.'] }
const at = (header: string[], map?: Record<string, string>) => Object.fromEntries(matchColumns(header, fields, map))

it('finds our columns by themselves, however they are written', () => {
  expect(at(['Name', 'E-Mail', 'Manager e-mail', 'Shoe size', 'segment.Plan'])).toEqual({
    name: 0,
    email: 1,
    manager_email: 2,
    'segment.Plan': 4,
  })
})

it('takes a map in either direction', () => {
  const header = ['employee_id', 'mail', 'country']
  const expected = { external_id: 0, email: 1, 'segment.country': 2 }
  expect(at(header, { external_id: 'employee_id', email: 'mail', 'segment.country': 'country' })).toEqual(expected)
  expect(at(header, { employee_id: 'external_id', mail: 'email', country: 'segment.country' })).toEqual(expected)
})

it('lets the map win over a column that bears our name', () => {
  expect(at(['name', 'full name'], { name: 'full name' })).toEqual({ name: 1 })
})

it('says which name of the map fits nothing', () => {
  expect(() => at(['employee_id'], { external_id: 'staff_no' })).toThrow('external_id')
  expect(() => at(['employee_id'], { shoe: 'employee_id' })).toThrow('shoe')
})

it('tells which columns are left over', () => {
  const header = ['name', 'shoe size', '']
  expect(unusedColumns(header, matchColumns(header, fields))).toEqual(['shoe size'])
})
