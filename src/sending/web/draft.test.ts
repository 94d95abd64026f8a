import { expect, test } from 'vitest'
import { addressesIn, blankDraft, inputOf, remindersOf, whyNotOn } from './draft.ts'

test('pasted addresses are found, with their names', () => {
  expect(addressesIn('dana@bakery.example\n"Carl Jensen" <carl@x.example>, omar@n.example;')).toEqual([
    { email: 'dana@bakery.example' },
    { email: 'carl@x.example', name: 'Carl Jensen' },
    { email: 'omar@n.example' },
  ])
})

test.each([
  ['audience', { from: 'list' as const }, 'Enter at least one address.'],
  ['audience', { from: 'list' as const, emails: 'nonsense' }, '“nonsense” is not an e-mail address.'],
  ['audience', { from: 'file' as const }, 'Choose a file.'],
  ['audience', {}, undefined],
  ['when', { when: 'later' as const }, 'Choose a day.'],
  ['when', { reminders: 'soon' }, 'Reminders are days after the invitation, as in 3, 7.'],
  ['when', { reminders: '' }, undefined],
] as const)('on “%s” with %j: %s', (step, part, why) => {
  expect(whyNotOn(step, { ...blankDraft, ...part })).toBe(why)
})

test('what the fields hold becomes what the server reads', () => {
  expect(remindersOf({ ...blankDraft, reminders: '3, 7' })).toEqual([3, 7])
  expect(
    inputOf({
      ...blankDraft,
      units: ['u'],
      segments: [
        { key: 'tier', value: ' gold ' },
        { key: '', value: 'x' },
      ],
    }),
  ).toMatchObject({
    audience: { people: { kind: 'contact', units: ['u'], segments: { tier: 'gold' } } },
    schedule: { kind: 'now' },
  })
})
