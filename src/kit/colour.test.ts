import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBrand, contrast, needed, pages } from './colour.ts'

describe('a brand colour', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('%s on %s has a contrast of %s', (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 2))

  test('that passes stays as it is', () =>
    expect(checkBrand('#0A6375').light).toMatchObject({ passes: true, colour: '#0a6375', onColour: '#ffffff' }))
  test('yellow is darkened on white and kept on black', () => {
    const { light, dark } = checkBrand('#ffcc00')
    expect(light.passes).toBe(false)
    expect(contrast(light.colour, pages.light)).toBeLessThan(needed + 0.1)
    expect(dark).toMatchObject({ passes: true, colour: '#ffcc00', onColour: '#101417' })
  })
  test.each(['red', '#fff', '', '#12345g'])('%j is no colour', colour => expect(() => checkBrand(colour)).toThrow(RangeError))

  const colour = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`)
  test('is offered in a form that passes on both pages, and carries readable words', () => {
    fc.assert(
      fc.property(colour, any => {
        const { light, dark } = checkBrand(any)
        expect(contrast(light.colour, pages.light)).toBeGreaterThanOrEqual(needed)
        expect(contrast(dark.colour, pages.dark)).toBeGreaterThanOrEqual(needed)
        for (const side of [light, dark]) expect(contrast(side.colour, side.onColour)).toBeGreaterThanOrEqual(needed - 0.3)
      }),
    )
  })
})
