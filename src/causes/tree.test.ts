import { describe, expect, test } from 'vitest'
import { type RootCause, causeNamed, pathOf, treeOf, whyNotMove } from './tree.ts'

const cause = (id: string, parentId: string | null, name: string, retired = false): RootCause => ({ id, parentId, name, retired })

const list = [
  cause('works', null, 'Works'),
  cause('notice', 'works', 'No notice given'),
  cause('centre', null, 'Contact centre'),
  cause('callback', 'centre', 'Call-back not kept'),
  cause('old', 'centre', 'Long on hold', true),
]
const causes = new Map(list.map(c => [c.id, c]))

test('causes stand under their parents, by name', () =>
  expect(treeOf(list).map(({ name, children }) => [name, children.map(c => c.name)])).toEqual([
    ['Contact centre', ['Call-back not kept', 'Long on hold']],
    ['Works', ['No notice given']],
  ]))

test('a cause is told with its path', () => expect(pathOf('notice', causes)).toEqual(['Works', 'No notice given']))

describe('a cause is moved', () => {
  test.each([
    ['to the top', 'notice', null, undefined],
    ['under another', 'notice', 'centre', undefined],
    ['not below itself', 'works', 'works', 'A cause cannot stand below itself.'],
    ['not below its own child', 'works', 'notice', 'A cause cannot stand below itself.'],
    ['not into nothing', 'notice', 'gone', 'There is no such cause to put it under.'],
  ])('%s', (_, id, parent, reason) => expect(whyNotMove(id, parent, causes)).toBe(reason))
})

describe('a name finds its cause', () => {
  test.each([
    ['No notice given', 'notice'],
    ['  no NOTICE  given ', 'notice'],
    ['Works › No notice given', 'notice'],
    ['Centre › No notice given', undefined],
    ['Weather', undefined],
  ])('%s', (name, id) => expect(causeNamed(name, causes)?.id).toBe(id))
})
