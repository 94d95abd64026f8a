import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as corrected from '../../test/intentions/corrected.ts'
import * as correctedToo from '../../test/intentions/correctedToo.ts'
import { untaught } from '../../test/untaught.ts'
import { lexicons } from './words/lexicons.ts'
import { readComment } from './reading.ts'
import { RULES_VERSION } from './rulesVersion.ts'
import { seedThemes } from './seedThemes.ts'

// Whatever is read otherwise than before shows here. Then: add one to RULES, so that stored comments are read again, and take over what is told.
it('has a new number whenever comments are read otherwise', () => {
  const sentences = [...Object.values(corrected), ...Object.values(correctedToo)].flat()
  const words = JSON.stringify([[...lexicons], seedThemes], plainly)
  const readings = sentences.map(text => {
    const { evidence: _, doubt, ...stored } = readComment(untaught, text)
    return { ...stored, doubt: doubt.toFixed(3) }
  })
  const fingerprint = createHash('sha256').update(words).update(JSON.stringify(readings)).digest('hex').slice(0, 12)
  expect({ RULES: RULES_VERSION, fingerprint }).toEqual({ RULES: 2, fingerprint: '0e9d2c8e94cd' })
})

function plainly(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  return value instanceof RegExp ? value.source : value
}
