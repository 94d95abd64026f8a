import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { Contract, Route } from '../src/kit/contract.ts'

/**
 * Of a contract the console needs where its calls lead, not how the server checks what they bring: the build leaves the checks out, and
 * the library that makes them. What else such a file exports stays: plain values as they are, schemas from the file itself.
 */
export function callsOnly(): Plugin {
  return {
    name: 'calls-only',
    enforce: 'pre',
    async load(id) {
      const [file = '', whole] = id.split('?')
      if (!/\/src\/\w+\/.*[cC]ontract\.ts$/.test(file) || file.endsWith('/src/kit/contract.ts')) return undefined
      // Loading such a file does nothing but say what it exports: what nobody uses need not come along.
      if (whole === 'whole') return { code: readFileSync(file, 'utf8'), moduleSideEffects: false }
      const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>
      return { code: Object.entries(exported).map(exportOf(file)).join('\n'), moduleSideEffects: false }
    },
  }
}

const exportOf =
  (file: string) =>
  ([name, value]: [string, unknown]): string => {
    if (isContract(value)) return `export const ${name} = ${JSON.stringify(callsOf(value))}`
    if (isPlain(value)) return `export const ${name} = ${JSON.stringify(value)}`
    return `export { ${name} } from ${JSON.stringify(`${file}?whole`)}`
  }

const isContract = (value: unknown): value is Contract =>
  isPlainObject(value) && Object.values(value).every(route => isPlainObject(route) && 'method' in route && 'reply' in route)

const callsOf = (contract: Contract) =>
  Object.fromEntries(
    Object.entries(contract).map(([name, { method, path, bodyType, replyType }]: [string, Route]) => [
      name,
      { method, path, bodyType, replyType },
    ]),
  )

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(isPlain)) ||
  (isPlainObject(value) && Object.values(value).every(isPlain))

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
