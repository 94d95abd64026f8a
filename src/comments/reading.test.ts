import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelledComments, trial } from '../../test/commentTrial.ts'
import { untaught } from '../../test/untaught.ts'
import { readComment } from './reading.ts'

const read = (text: string) => readComment(untaught, text)

/** Of the processor's time, whatever else the machine does. */
function processorMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1_000
}

describe('what a comment says before anything was taught', () => {
  it.each([
    ['Lovely staff, thank you so much!', false],
    ['The nurse was not helpful.', true],
    ['Not bad at all.', false],
    ['Staff were nice but I waited four hours and nobody told me anything.', true],
    ['No complaints.', false],
    ['Could not fault it.', false],
    ['Absolutely appalling, never again.', true],
    ['Nothing was too much trouble.', false],
    ['The van was damaged and the driver shouted at us.', true],
    ['You ruined my weekend.', true],
    ['Das war gar nicht freundlich.', true],
    ['Sehr freundlich und kompetent, vielen Dank!', false],
    ['Leider kam niemand zum vereinbarten Termin.', true],
    ['خدمة ممتازة والموظفون لطفاء جدا', false],
    ['انتظرت طويلا ولم يرد احد', true],
    ['10', false],
    ['', false],
  ])('%s', (text, negative) => expect(read(text).negative).toBe(negative))

  it('marks the words of praise, of complaint and what turned them', () => {
    const text = 'Friendly driver, but the van was not clean.'
    const marks = read(text).evidence.filter(({ kind }) => kind !== 'theme')
    expect(marks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Friendly', 'praise'],
      ['not clean', 'complaint'],
    ])
    expect(marks[1]!.why).toBe('complaint, turned by “not”')
  })

  it('stays within the text whatever it is, and answers quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        const { evidence, sentiment } = read(text)
        expect(Math.abs(sentiment)).toBeLessThanOrEqual(1)
        for (const { start, end } of evidence) expect(0 <= start && start < end && end <= text.length).toBe(true)
      }),
      { numRuns: 300 },
    )
    for (const nasty of [
      'not '.repeat(1250),
      'cancel my '.repeat(500),
      '"'.repeat(5000),
      'call me '.repeat(620),
      'a'.repeat(5000),
    ]) {
      expect(processorMs(() => read(nasty))).toBeLessThan(1_000)
    }
  })
})

it('reads five thousand characters of hostile words in a moment', () => {
  for (const words of ['if i had would ', 'never be ever be again ', 'please call ', 'next time other ', '“call me ']) {
    expect(
      processorMs(() => read(words.repeat(400).slice(0, 5_000))),
      words,
    ).toBeLessThan(1_000)
  }
})

const labelled = labelledComments()

if (!labelled) console.log('Reading of labelled comments: skipped, ../shared/data is not here.')

it.skipIf(!labelled)('finds the complaints among labelled comments, before and after teaching', () => {
  const some = labelled!.filter((_, i) => i % 2 === 0)
  expect(trial(labelled!, 0, 2).negative).toBeGreaterThanOrEqual(0.6)
  const taught = trial(some, 500, 3)
  expect(taught.negative).toBeGreaterThanOrEqual(0.7)
  expect(taught.themes).toBeGreaterThanOrEqual(0.5)
})
