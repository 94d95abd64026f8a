import { expect, test } from 'vitest'
import { routingGapsOf, type PlacedUnit } from './routingGaps.ts'
import { pathWords } from '../routing/routing.ts'

const olga = { id: 'olga', name: 'Olga Owner' }
const omar = { id: 'omar', name: 'Omar Haddad' }
const around = { named: new Map([['mira@example.org', null]]), teams: new Map(), calendars: new Map(), organisationOwner: olga }
const unit = (id: string, parent: string | null, ...managers: (typeof omar)[]): PlacedUnit => ({ id, name: id, parent, managers })
const rule = { id: 'low', route: [{ to: 'unit-manager' as const }] }

test('a unit with a manager somewhere above it has no gap', () => {
  expect(routingGapsOf([rule], [unit('north', null, omar), unit('kelby', 'north')], around)).toEqual([])
})

test('a unit under nobody has one, with the way in words', () => {
  const [gap] = routingGapsOf([rule], [unit('kelby', null)], around)
  expect(gap).toMatchObject({ rule: 'low', unit: 'kelby' })
  expect(pathWords(gap!.path)).toEqual([
    'kelby has no manager',
    'Olga Owner, owner of the organisation, because nobody else is there',
  ])
})

test('a route to somebody who left is a gap for every unit', () => {
  const gone = { id: 'vip', route: [{ to: 'person' as const, email: 'mira@example.org' }] }
  expect(routingGapsOf([gone], [unit('north', null, omar), unit('kelby', 'north')], around)).toHaveLength(2)
})

test('a manager who has left leaves a gap, with the way in words', () => {
  const [gap] = routingGapsOf([rule], [unit('kelby', null, omar)], { ...around, gone: new Set(['omar']) })
  expect(pathWords(gap!.path)).toEqual([
    'Omar Haddad, manager of kelby',
    'Omar Haddad has left',
    'Olga Owner, owner of the organisation, because nobody else is there',
  ])
})

test('a circle, which cannot be, ends', () => {
  expect(routingGapsOf([rule], [unit('a', 'b'), unit('b', 'a')], around)).toHaveLength(2)
})
