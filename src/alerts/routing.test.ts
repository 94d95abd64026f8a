import { describe, expect, test } from 'vitest'
import { decideOwner, type Ground, pathWords } from './routing.ts'
import type { RouteStep } from './rule.ts'

const omar = { id: 'omar', name: 'Omar Haddad' }
const mira = { id: 'mira', name: 'Mira Lindqvist' }
const jill = { id: 'jill', name: 'Jill Marsh' }
const olga = { id: 'olga', name: 'Olga Owner' }

const kelby: Ground = {
  chain: [
    { unit: 'Kelby', manager: omar },
    { unit: 'Northmoor', manager: mira },
  ],
  account: { name: 'Whitlock’s Bakery', owner: jill },
  named: new Map([['head@example.org', mira]]),
  organisationOwner: olga,
}
const orphaned: Ground = { ...kelby, chain: [{ unit: 'Kelby', manager: null }, kelby.chain[1]!] }
const nowhere: Ground = { chain: [], account: null, named: new Map(), organisationOwner: olga }

const toManager: RouteStep[] = [{ to: 'unit-manager' }]

describe('an alert finds its owner', () => {
  test.each<[string, RouteStep[], Ground, string, string[]]>([
    ['the manager of the unit', toManager, kelby, 'Omar Haddad', ['Omar Haddad, manager of Kelby']],
    [
      'the next manager up',
      toManager,
      orphaned,
      'Mira Lindqvist',
      ['Kelby has no manager', 'Mira Lindqvist, manager of Northmoor'],
    ],
    [
      'the skip level',
      [{ to: 'skip' }],
      kelby,
      'Mira Lindqvist',
      ['above Omar Haddad, manager of Kelby', 'Mira Lindqvist, manager of Northmoor'],
    ],
    [
      'the skip level where one person manages both levels',
      [{ to: 'skip' }],
      {
        ...kelby,
        chain: [
          { unit: 'Kelby', manager: mira },
          { unit: 'Northmoor', manager: mira },
        ],
      },
      'Olga Owner',
      [
        'above Mira Lindqvist, manager of Kelby',
        'above Mira Lindqvist, manager of Northmoor',
        'Olga Owner, owner of the organisation, because nobody else is there',
      ],
    ],
    ['the account owner', [{ to: 'account-owner' }], kelby, 'Jill Marsh', ['Jill Marsh, who looks after Whitlock’s Bakery']],
    [
      'a named person',
      [{ to: 'person', email: 'head@example.org' }],
      kelby,
      'Mira Lindqvist',
      ['Mira Lindqvist, named by the rule'],
    ],
    [
      'the next step when a named person left',
      [{ to: 'person', email: 'gone@example.org' }, { to: 'unit-manager' }],
      kelby,
      'Omar Haddad',
      ['gone@example.org is not in the directory any more', 'Omar Haddad, manager of Kelby'],
    ],
    [
      'the organisation’s owner when nobody is there',
      [{ to: 'unit-manager' }, { to: 'account-owner' }],
      nowhere,
      'Olga Owner',
      [
        'The answer belongs to no unit',
        'The customer belongs to no account',
        'Olga Owner, owner of the organisation, because nobody else is there',
      ],
    ],
    [
      'the organisation’s owner when the route is empty',
      [],
      kelby,
      'Olga Owner',
      ['Olga Owner, owner of the organisation, because nobody else is there'],
    ],
  ])('%s', (_, route, ground, owner, words) => {
    const decided = decideOwner(route, ground)
    expect(decided.owner.name).toBe(owner)
    expect(pathWords(decided.path)).toEqual(words)
  })
})
