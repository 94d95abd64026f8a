import { expect, it } from 'vitest'
import { mostUrgentClock } from './alertPromises.ts'

const clock = (name: string, open: boolean, due: string | null) => ({
  name,
  open,
  dueAt: due === null ? null : new Date(`2026-01-07T${due}Z`),
})
const own = clock('own', true, '15:00')

it.each([
  ['what is due first, though it is a part’s', [own, clock('part', true, '14:00')], 'part'],
  ['its own where both are due at once', [own, clock('part', true, '15:00')], 'own'],
  ['what is still to be kept rather than what was kept too late', [own, clock('part', false, '09:00')], 'own'],
  ['what has a due time rather than what never comes due', [clock('own', true, null), clock('part', true, '15:00')], 'part'],
  ['what was broken, once all is over', [clock('own', false, null), clock('part', false, '09:00')], 'part'],
  ['a part’s, where nothing of the kind was promised for itself', [clock('part', false, null)], 'part'],
] as const)('of several promises to one customer the matter tells %s', (_, clocks, name) => {
  expect(mostUrgentClock(clocks)?.name).toBe(name)
})

it('and nothing where nothing was promised', () => {
  expect(mostUrgentClock([])).toBeUndefined()
})
