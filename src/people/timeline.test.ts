import { describe, expect, it } from 'vitest'
import { ALWAYS, firstOfNextMonth } from './day.ts'
import { changedFrom, validityPeriodsOf, valueOn, withoutChange } from './timeline.ts'

describe('a timeline', () => {
  const kelby = [{ from: ALWAYS, value: 'northmoor' }]
  it('says what held, holds and will hold', () => {
    const moved = changedFrom(kelby, '2026-04-01', 'westbay')
    expect(valueOn(moved, '2026-03-31')).toBe('northmoor')
    expect(valueOn(moved, '2026-04-01')).toBe('westbay')
    expect(validityPeriodsOf(moved)).toEqual([
      { from: ALWAYS, value: 'northmoor', to: '2026-04-01' },
      { from: '2026-04-01', value: 'westbay', to: null },
    ])
  })
  it('keeps what is planned for later', () => {
    const planned = changedFrom(kelby, '2026-06-01', 'southby')
    expect(changedFrom(planned, '2026-04-01', 'westbay').map(c => c.value)).toEqual(['northmoor', 'westbay', 'southby'])
  })
  it('forgets a move that was called off, and one that leads nowhere new', () => {
    const planned = changedFrom(kelby, '2026-06-01', 'southby')
    expect(withoutChange(planned, '2026-06-01')).toEqual(kelby)
    expect(changedFrom(kelby, '2026-06-01', 'northmoor')).toEqual(kelby)
  })
  it('knows the first of next month', () => {
    expect(firstOfNextMonth('2026-12-31')).toBe('2027-01-01')
    expect(firstOfNextMonth('2026-03-01')).toBe('2026-04-01')
  })
})
