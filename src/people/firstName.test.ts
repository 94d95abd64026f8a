import { expect, test } from 'vitest'
import { firstName } from './firstName.ts'

test.each([
  ['Dana Whitlock', 'Dana'],
  ['  Dana   Whitlock ', 'Dana'],
  ['Whitlock, Dana', 'Dana'],
  ['Whitlock, Dana Maria', 'Dana'],
  ['Whitlock,', 'Whitlock'],
  [', Dana', 'Dana'],
  ['Dana', 'Dana'],
  ['', ''],
  [' ', ''],
  [null, ''],
  [undefined, ''],
])('%j is greeted as %j', (name, first) => expect(firstName(name)).toBe(first))
