import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The script of the form, under a name that changes with it: browsers keep it for ever. */
export const script = readFileSync(join(import.meta.dirname, '../public/respond.js'))
export const scriptPath = `/respond/${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`
