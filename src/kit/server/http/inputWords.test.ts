import { expect, test } from 'vitest'
import { z } from 'zod'
import { speakPlainly } from './inputWords.ts'

speakPlainly()

test.each([
  [z.string(), undefined, 'is missing'],
  [z.string(), 5, 'must be text'],
  [z.boolean(), 'yes', 'must be true or false'],
  [z.string().min(1), '', 'must not be empty'],
  [z.string().max(3), 'four', 'must have at most 3 characters'],
  [z.array(z.string()).min(1), [], 'must not be empty'],
  [z.number().min(1), 0, 'must be at least 1'],
  [z.number().positive(), -5, 'must be more than 0'],
  [z.number().int(), 1.5, 'must be a whole number'],
  [z.uuid(), 'zzz', 'must be an id such as 0199a3f2-7c11-7d52-9c3e-5a1b2c3d4e5f'],
  [z.iso.date(), 'soon', 'must be a day such as 2026-03-19'],
  [z.enum(['open', 'closed']), 'ajar', 'must be one of open, closed'],
  [z.strictObject({}), { a: 1 }, 'must not have “a”'],
  [z.string('Say who.'), undefined, 'Say who.'],
])('%# says what a field must be: %j', (schema: z.ZodType, input, words) =>
  expect(schema.safeParse(input).error?.issues[0]?.message).toBe(words),
)
