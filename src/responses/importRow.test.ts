import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionnaireInput } from '../surveys/questionnaire.ts'
import { readImportRow } from './importRow.ts'
import { readMapping } from './columnMapping.ts'

const survey = questionnaireInput.parse({
  locale: 'en',
  questions: [
    { id: 'stars', kind: 'rating', prompt: 'How was it?', required: true },
    { id: 'why', kind: 'choices', prompt: 'Why?', options: ['Too slow', 'Too loud', 'None'] },
    { id: 'speed', kind: 'matrix', prompt: 'How quick?', rows: ['Desk', 'Doctor'] },
    { id: 'comment', kind: 'text', prompt: 'Tell us more' },
    { id: 'email', kind: 'text', prompt: 'A question with an unlucky id' },
  ],
})

const header = ['id', 'Stars', 'Reasons', 'Desk', 'Doctor', 'Comment', 'Day', 'Mail', 'Trust', 'Ward']

const mapping = readMapping(
  {
    Stars: 'stars',
    Reasons: 'why',
    Desk: 'speed.desk',
    Doctor: 'speed.doctor',
    Comment: 'comment',
    Day: 'respondedAt',
    Mail: 'email',
    Trust: 'unit',
    Ward: 'segment.ward',
  },
  header,
  survey.questions,
)

const settings = { zone: 'Europe/London', dates: 'dmy', now: new Date('2026-06-01T00:00:00Z') } as const

const row = (over: Partial<Record<(typeof header)[number], string>> = {}) =>
  header.map(name => over[name] ?? { Stars: '5', Day: '2026-03-31', Trust: 'NEAS' }[name] ?? '')

const read = (over: Parameters<typeof row>[0]) => readImportRow(row(over), mapping, survey, settings)

describe('a row of a table', () => {
  test('becomes a response', () =>
    expect(
      read({ Reasons: 'Too slow; too loud', Desk: '4.0', Comment: ' Nobody\r\nrang ', Mail: 'Dana@Example.org', Ward: 'A&E' }),
    ).toEqual({
      kind: 'response',
      answers: { stars: 5, why: ['too-slow', 'too-loud'], speed: { desk: 4 }, comment: 'Nobody\nrang' },
      complete: true,
      respondedAt: new Date('2026-03-31T11:00:00Z'),
      unit: 'NEAS',
      email: 'dana@example.org',
      segments: { ward: 'A&E' },
    }))
  test.each([
    ['“NA” is no answer', { Stars: 'NA', Comment: 'late' }, { kind: 'response', answers: { comment: 'late' }, complete: false }],
    ['unless it is an option', { Reasons: 'None' }, { answers: { why: ['none'] } }],
    ['a row without a date is taken over undated', { Day: '' }, { kind: 'response', respondedAt: null }],
    ['or a person’s words', { Comment: 'None' }, { answers: { comment: 'None' } }],
  ])('%s', (_, over, gets) => expect(read(over)).toMatchObject(gets))

  test.each([
    [{ Stars: '9' }, 'Column “Stars” holds “9”. Please choose a number from 1 to 5.'],
    [{ Reasons: 'Too slow; rain' }, 'Column “Reasons” holds “Too slow; rain”. Please choose one of the answers shown.'],
    [{ Doctor: 'x' }, 'Column “Doctor” holds “x”. Please choose a number from 1 to 5.'],
    [{ Day: '31 Foo 2026' }, 'Column “Day” holds “31 Foo 2026”, which is no date'],
    [{ Day: '2027-01-01' }, 'lies in the future'],
    [{ Mail: 'dana' }, 'Column “Mail” holds “dana”, which is no e-mail address.'],
    [{ Ward: 'x'.repeat(101) }, 'Column “Ward” holds more than 100 characters'],
    [{ Stars: '' }, 'No question is answered in this row.'],
  ])('%j is skipped: %s', (over, reason) => expect(read(over)).toEqual({ kind: 'skip', reason: expect.stringContaining(reason) }))
  test('that is too short is read as far as it goes', () =>
    expect(readImportRow(['1', '4'], mapping, survey, settings)).toMatchObject({ answers: { stars: 4 }, unit: null }))

  test('never makes it fail', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('5', 'NA', '2026-02-30', '31/12/2025', '\u0000', 'Too slow;;', 'a@b.co', '9'.repeat(400)),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), cells => {
        const result = readImportRow(cells, mapping, survey, settings)
        if (result.kind === 'skip') expect(result.reason.length).toBeGreaterThan(10)
        else expect(Object.keys(result.answers).length).toBeGreaterThan(0)
        expect(JSON.stringify(result)).not.toContain('\\u0000')
      }),
      { numRuns: 500 },
    )
  })
})
