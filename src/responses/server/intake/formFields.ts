import type { FastifyRequest } from 'fastify'

export type FormFields = Record<string, string | string[] | undefined>

const MOST_FIELDS = 5_000

/** The fields of a posted form; a name that comes more than once holds a list. Anything else posted has no fields. */
export function fieldsOf(request: FastifyRequest): FormFields {
  const fields: FormFields = Object.create(null) as FormFields
  if (!(request.body instanceof URLSearchParams)) return fields
  let left = MOST_FIELDS
  for (const [name, value] of request.body) {
    if (left-- === 0) break
    const before = fields[name]
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return fields
}

/** One line of text from a field or a query, if that is what it is. */
export const textField = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.includes('\u0000') ? value.slice(0, 5_000) : undefined
