import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { office } from '../../test/officeHours.ts'
import { sendingWindowsBetween, type SendingHours } from './sendingHours.ts'
import { spreadInvitations } from './spreadInvitations.ts'

const day = 86_400_000

const always: SendingHours = {
  zone: 'UTC',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(d => [d, [['00:00', '24:00']]])),
}

const at = (text: string) => new Date(text)

describe('an even spread', () => {
  const people = Array.from({ length: 100 }, (_, i) => `person ${i}`)
  const [from, to] = [at('2026-03-23T00:00:00Z'), at('2026-04-06T00:00:00Z')]
  const plan = spreadInvitations(people, 'wave 1', from, to, office)!

  test('sends to each once, in office hours, as many in each hour', () => {
    expect(plan.map(({ person }) => person).sort()).toEqual(people.toSorted())
    const openings = sendingWindowsBetween(from, to, office)
    const hours = openings.reduce((sum, opening) => sum + opening.to - opening.from, 0)
    for (const opening of openings) {
      const here = plan.filter(({ at: when }) => when.getTime() >= opening.from && when.getTime() < opening.to).length
      expect(Math.abs(here - (100 * (opening.to - opening.from)) / hours)).toBeLessThanOrEqual(1)
    }
    expect(openings.flatMap(o => plan.filter(({ at: when }) => when.getTime() >= o.from && when.getTime() < o.to))).toHaveLength(
      100,
    )
  })
  test('is the same on every node, whatever the order', () =>
    expect(spreadInvitations(people.toReversed(), 'wave 1', from, to, office)).toEqual(plan))
  test('is another one in the next round', () =>
    expect(spreadInvitations(people, 'wave 2', from, to, office)!.map(({ person }) => person)).not.toEqual(
      plan.map(({ person }) => person),
    ))
  test('is whole minutes', () => expect(plan.every(({ at: when }) => when.getTime() % 60_000 === 0)).toBe(true))
  test('cannot be where nothing is open', () =>
    expect(spreadInvitations(people, 'w', at('2026-04-04T00:00:00Z'), at('2026-04-05T00:00:00Z'), office)).toBeNull())
  test('holds for any audience and window', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 60 }),
        fc.integer({ min: 60_000, max: 20 * day }),
        fc.nat(300 * day),
        (audience, length, offset) => {
          const start = Date.UTC(2026, 0, 1) + offset
          const planned = spreadInvitations(audience, 'w', new Date(start), new Date(start + length), always)!
          expect(planned).toHaveLength(audience.length)
          for (const { at: when } of planned) {
            expect(when.getTime()).toBeGreaterThanOrEqual(start)
            expect(when.getTime()).toBeLessThan(start + length)
          }
        },
      ),
    )
  })
})
