import { describe, expect, test } from 'vitest'
import { visit } from '../../test/visit.ts'
import { thanksPageFor } from './thanksPage.ts'

describe('thank-you pages', () => {
  test.each([
    [{ stars: 1 }, 'We are sorry'],
    [{ stars: 5 }, 'Thank you'],
    [{}, 'Thank you'],
  ])('%j: %s', (answers, title) => expect(thanksPageFor(visit, answers)!.title).toBe(title))
})
