import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../kit/errors.ts'
import { OperatorError } from '../kit/server/operator-error.ts'
import { metricsPreview } from './metricsPreview.ts'
import { metricsPreviewCommand } from './server/metricsPreviewCommand.ts'

const times = (count: number, answer: number) => Array.from({ length: count }, () => answer)

describe('metrics preview', () => {
  test('answers as the contract says', () => {
    const values = [...times(50, 10), ...times(30, 7), ...times(20, 3), null]
    const earlier = [...times(60, 9), ...times(25, 8), ...times(15, 0)]
    const result = metricsPreview({ metric: 'nps', values, compareTo: earlier })
    expect(result).toMatchObject({
      kind: 'score',
      definition: 'nps@1',
      n: 100,
      score: 30,
      promoters: 50,
      passives: 30,
      detractors: 20,
      interval: { level: 0.95, method: 'adjusted-wald' },
      wald: { low: expect.closeTo(14.69, 2), high: expect.closeTo(45.31, 2) },
      change: { z: expect.closeTo(-1.372, 3), p: expect.closeTo(0.17, 3), method: 'adjusted-wald' },
      band: 'good',
    })
  })

  test.each([[[]], [[null, null]]])('of %j is none', values =>
    expect(metricsPreview({ metric: 'nps', values })).toEqual({ kind: 'none', n: 0, definition: 'nps@1' }),
  )
  test('without earlier answers tells no change', () =>
    expect(metricsPreview({ metric: 'nps', values: [9], compareTo: [] })).not.toHaveProperty('change'))
  test('counts top boxes by the scale that is given', () =>
    expect(metricsPreview({ metric: 'csat', values: [7, 1], scale: { min: 1, max: 7 }, boxes: 1 })).toMatchObject({ score: 50 }))
  test('computes effort both ways', () => {
    expect(metricsPreview({ metric: 'ces', values: [7, 5, 1, 1] })).toMatchObject({ definition: 'ces-top@1', score: 50 })
    expect(metricsPreview({ metric: 'ces', values: [7, 5], rule: 'mean' })).toMatchObject({ definition: 'ces-mean@1', score: 6 })
  })
  test('computes a mean', () => expect(metricsPreview({ metric: 'mean', values: [3, 4] })).toMatchObject({ score: 3.5 }))

  test.each([
    [
      { metric: 'nps', values: [9, 8, 7, 11] },
      'values[3] is 11. Answers are whole numbers from 0 to 10, or null for not answered.',
    ],
    [{ metric: 'nps', values: [9], compareTo: [7.5] }, 'compareTo[0] is 7.5.'],
    [{ metric: 'nps', values: ['9'] }, 'values[0] is "9".'],
    [{ metric: 'nps', values: [true] }, 'values[0] is true.'],
    [{ metric: 'nps' }, 'values must be a list'],
    [{ metric: 'love', values: [] }, 'metric must be one of nps, csat, ces, mean.'],
    [{ metric: 'nps', values: [], scale: { min: 1, max: 5 } }, 'The scale of nps is 0 to 10.'],
    [{ metric: 'csat', values: [6] }, 'from 1 to 5'],
    [{ metric: 'csat', values: [5], boxes: 9 }, 'boxes must be a whole number from 1 to 4.'],
    [[], 'one JSON object'],
    [null, 'one JSON object'],
  ])('refuses %j in words', (input, message) => expect(() => metricsPreview(input)).toThrow(message))

  test('never fails but in words, whatever it is given', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constant(null), fc.jsonValue()))
    const input = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { metric: fc.constantFrom('nps', 'csat', 'ces', 'mean', 'x'), values, scale: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(input, given => {
        try {
          // One value has no standard deviation, and says so.
          expect(JSON.stringify(metricsPreview(given)).replace('"sd":null', '')).not.toMatch(/NaN|null|Infinity/)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
      }),
    )
  })
})

describe('the command', () => {
  async function run(args: string[], input: string) {
    const stdout = new PassThrough()
    await metricsPreviewCommand(args, { stdin: Readable.from([input]), stdout } as never)
    return text(stdout.end())
  }
  test('prints JSON', async () =>
    expect(JSON.parse(await run(['preview', '--json'], '{"metric":"nps","values":[10,0]}')).score).toBe(0))
  test.each(['', '{"metric":', '{"metric":"nps",\n"values":[12]}'])('says in one line what is wrong with %j', async input => {
    const error = await run(['preview'], input).catch((thrown: Error) => thrown)
    expect(error).toBeInstanceOf(OperatorError)
    expect((error as Error).message).not.toContain('\n')
  })
  test('knows no other', async () => expect(run(['review'], '{}')).rejects.toThrow('metrics preview'))
})
