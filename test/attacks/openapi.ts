import type { TestApp } from '../app.ts'

// biome-ignore lint: JSON Schema is a language of its own
export type Schema = Record<string, any>

/** One call as the OpenAPI document tells it. */
export interface Operation {
  id: string
  method: string
  /** With `{name}` for parameters. */
  path: string
  access: string
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  body: Schema | undefined
  bodyType: string | undefined
}

/** Every call that the product offers: what is attacked is what is documented. */
export async function operationsOf(app: TestApp): Promise<{ operations: Operation[]; schemas: Record<string, Schema> }> {
  const { body: doc } = await app.call('GET', '/openapi.json')
  const operations = Object.entries(doc.paths as Record<string, Schema>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toOperation(path, method, operation as Schema)),
  )
  return { operations, schemas: doc.components?.schemas ?? {} }
}

function toOperation(path: string, method: string, operation: Schema): Operation {
  const [bodyType, content] = Object.entries((operation['requestBody']?.content ?? {}) as Record<string, Schema>)[0] ?? []
  return {
    id: operation['operationId'],
    method: method.toUpperCase(),
    path: path.replace(/^\/api\/v1/, ''),
    access: /Access: (\S+)/.exec(operation['description'] ?? '')?.[1] ?? 'unknown',
    parameters: operation['parameters'] ?? [],
    body: content?.['schema'],
    bodyType,
  }
}

export const fill = (path: string, values: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values(name)))
