import { expect, it } from 'vitest'
import { type MergeCandidate, whyNotMerge } from './merging.ts'

const dana: MergeCandidate = {
  id: 'a',
  state: 'open',
  kind: 'recovery',
  personId: 'dana',
  accountId: 'bakery',
  mergedInto: null,
  carries: false,
}

it.each([
  ['her second one', { id: 'b' }, undefined],
  ['that of her colleague at the bakery', { id: 'b', personId: 'carl' }, undefined],
  ['itself', {}, /part of itself/],
  ['that of a stranger', { id: 'b', personId: 'eve', accountId: null }, /two customers/],
  ['one of which nobody knows whose it is', { id: 'b', personId: null, accountId: null }, /two customers/],
  ['one that is resolved', { id: 'b', state: 'resolved' as const }, /wait/],
  ['her praise', { id: 'b', kind: 'excellence' as const }, /two matters/],
  ['one that is part of another', { id: 'b', mergedInto: 'c' }, /already/],
  ['one that carries others', { id: 'b', carries: true }, /take them out/],
])('Dana’s alert takes in %s', (_what, change, why) => {
  const found = whyNotMerge(dana, { ...dana, ...change })
  if (why) expect(found).toMatch(why)
  else expect(found).toBeUndefined()
})
