import { describe, expect, it } from 'vitest'
import { intentionSets } from '../../../test/intentions/sets.ts'
import { callsIn, leavingIn } from './intentions.ts'

describe('threats and requests', () => {
  it.each(intentionSets())('are believed when they are meant: $what, $set', ({ sentences, precision, recall }) => {
    expect(sentences).toBeGreaterThanOrEqual(40)
    expect(precision).toBeGreaterThanOrEqual(0.8)
    expect(recall).toBeGreaterThanOrEqual(0.6)
  })

  // How people write of money and of wards: nothing here is a threat to us, or asks for a call.
  it.each([
    'Last time I called I had to give up after fifty minutes.',
    'I can only explore new treatments, or wait.',
    'I am officially no longer overdue.',
    'Thank you for taking the time to look into this.',
    'The clinic arranged for my doctor to contact me the next day.',
    'First time I have needed to ring 111 - no complaints.',
    'They somehow got my number and call me every morning.',
    'They refused to talk to me.',
    'Call back quicker.',
  ])('are not heard in: %s', text => {
    expect([...leavingIn(text), ...callsIn(text)]).toEqual([])
  })
})
