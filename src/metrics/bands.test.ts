import { describe, expect, test } from 'vitest'
import { bandOf } from './bands.ts'

describe('bands', () => {
  test.each([
    [100, 'exceptional'],
    [70, 'exceptional'],
    [69.9, 'excellent'],
    [50, 'excellent'],
    [0.1, 'good'],
    [0, 'needs_work'],
    [-40, 'needs_work'],
  ])('call %s %s', (score, band) => expect(bandOf(score)).toBe(band))
  test('are a setting', () => expect(bandOf(12, [{ name: 'fine here', from: 10 }])).toBe('fine here'))
})
