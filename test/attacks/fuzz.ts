import * as fc from 'fast-check'
import type { Operation, Schema } from './openapi.ts'

const nasty = [
  '',
  ' ',
  '\u0000',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '=cmd()',
  '\u202e',
  '😀'.repeat(50),
  'x'.repeat(5000),
  'null',
  '-1',
  'NaN',
]

/** Any text a stranger may send. */
const anyText = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }), fc.uuid(), fc.emailAddress())

const anyJson = fc.oneof(
  { depthSize: 'small' },
  fc.jsonValue({ maxDepth: 3 }),
  anyText,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[]], { __proto__: null }),
)

/** Values that mostly fit a schema and sometimes do not: only what nearly fits gets past the door. */
export function fromSchema(schema: Schema | undefined, schemas: Record<string, Schema>, depth = 0): fc.Arbitrary<unknown> {
  if (!schema || depth > 6) return anyJson
  return fc.oneof({ weight: 40, arbitrary: fitting(schema, schemas, depth) }, { weight: 1, arbitrary: anyJson })
}

function fitting(schema: Schema, schemas: Record<string, Schema>, depth: number): fc.Arbitrary<unknown> {
  const below = (inner: Schema) => fromSchema(inner, schemas, depth + 1)
  if (schema['$ref']) return below(schemas[String(schema['$ref']).split('/').at(-1)!]!)
  const options = schema['anyOf'] ?? schema['oneOf']
  if (options) return fc.oneof(...(options as Schema[]).map(below))
  if ('const' in schema) return fc.constant(schema['const'])
  if (schema['enum']) return fc.constantFrom(...schema['enum'])
  switch (schema['type']) {
    case 'object':
      return objectFrom(schema, below)
    case 'array':
      return fc.array(below(schema['items'] ?? {}), { maxLength: 4 })
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(schema['minimum'] ?? 0, schema['maximum'] ?? 1e15, 1.5))
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textFrom(schema)
    case 'null':
      return fc.constant(null)
    default:
      return anyJson
  }
}

function objectFrom(schema: Schema, below: (inner: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const required = new Set<string>(schema['required'] ?? [])
  const record = fc.record(Object.fromEntries(properties.map(([key, inner]) => [key, below(inner)])), {
    requiredKeys: properties.map(([k]) => k).filter(k => required.has(k)),
  })
  const rest = schema['additionalProperties']
  if (!rest || typeof rest !== 'object') return record
  return fc.tuple(record, fc.dictionary(anyText, below(rest), { maxKeys: 3 })).map(([known, more]) => ({ ...more, ...known }))
}

function textFrom(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['format'] === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.uuid() }, anyText)
  if (schema['format'] === 'email') return fc.oneof({ weight: 9, arbitrary: fc.emailAddress() }, anyText)
  if (schema['format'] === 'date-time')
    return fc.oneof(
      fc.date({ noInvalidDate: true }).map(d => d.toISOString()),
      anyText,
    )
  if (schema['format'] === 'date')
    return fc.oneof(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map(d => d.toISOString().slice(0, 10)),
      anyText,
    )
  return anyText
}

export interface Shot {
  method: string
  path: string
  body: unknown
  type: string | undefined
}

/** One request to an operation: parameters from `known` ids or anything, a body that nearly fits. */
export function shotAt(operation: Operation, schemas: Record<string, Schema>, known: readonly string[]): fc.Arbitrary<Shot> {
  const anyId = known.length
    ? fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: anyText })
    : anyText
  const paths = fc.array(anyId, { minLength: 4, maxLength: 4 })
  const query = fc.record(
    Object.fromEntries(operation.parameters.filter(p => p.in === 'query').map(p => [p.name, fromSchema(p.schema, schemas)])),
    { requiredKeys: [] },
  )
  const body = operation.body ? fromSchema(operation.body, schemas) : operation.bodyType ? anyText : fc.constant(undefined)
  return fc.tuple(paths, query, body).map(([ids, search, content]) => ({
    method: operation.method,
    path: withParameters(operation.path, ids, search as Record<string, unknown>),
    body: content,
    type: operation.bodyType,
  }))
}

function withParameters(path: string, ids: string[], search: Record<string, unknown>): string {
  let next = 0
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(ids[next++ % ids.length]!)) || '%20')
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined)
  const query = pairs.map(
    ([k, v]) =>
      `${encodeURIComponent(wellFormed(k))}=${encodeURIComponent(wellFormed(typeof v === 'string' ? v : (JSON.stringify(v) ?? '')))}`,
  )
  return query.length ? `${filled}?${query.join('&')}` : filled
}

// A lone surrogate cannot be written into an address at all.
const wellFormed = (text: string) => text.toWellFormed()
