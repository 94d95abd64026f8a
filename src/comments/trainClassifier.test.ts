import { describe, expect, it } from 'vitest'
import { untaught } from '../../test/untaught.ts'
import { trainClassifier } from './trainClassifier.ts'
import { fromBytes, toBytes } from './trainedClassifier.ts'
import { readComment } from './reading.ts'

describe('what was taught', () => {
  const examples = Array.from({ length: 80 }, (_, i) => ({
    text: `${i % 2 ? 'Grumsy' : 'Splendid'} day at counter ${i % 7}`,
    negative: i % 2 === 1,
    themes: [i % 7 < 3 ? 'early' : 'late'],
  }))

  it('gives the same rules every time, also when they were kept in between', () => {
    const one = toBytes(trainClassifier(examples))
    expect(toBytes(trainClassifier(examples))).toEqual(one)
    expect(toBytes(fromBytes(one)!)).toEqual(one)
  })

  it('is not carried away by a first pick', () => {
    const text = 'You took 120 pounds and nobody can say why.'
    const model = { ...untaught, learned: trainClassifier([{ text, negative: false, themes: ['money'] }]) }
    expect(readComment(model, 'The driver was rude.').negative).toBe(true)
    const often = Array.from({ length: 30 }, (_, i) => ({ text: `Parking ${i} was full`, negative: true, themes: ['early'] }))
    const oneSided = { ...untaught, themes: [{ id: 'early', name: 'Early', seed: null }], learned: trainClassifier(often) }
    expect(readComment(oneSided, 'Lovely people')).toMatchObject({ negative: false, themes: [] })
  })

  it('decides about words that nobody knew before', () => {
    const model = { ...untaught, learned: fromBytes(toBytes(trainClassifier(examples))) }
    expect(readComment(model, 'grumsy').negative).toBe(true)
    expect(readComment(model, 'splendid').negative).toBe(false)
  })
})
