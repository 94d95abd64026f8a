import { describe, expect, test } from 'vitest'
import { histogramFrom } from './histogram.ts'

describe('stored counts', () => {
  test.each([[{ x: 1 }], [{ 5: 1.5 }], [{ 5: -1 }]])('refuse %j', stored =>
    expect(() => histogramFrom(stored)).toThrow(RangeError),
  )
})
