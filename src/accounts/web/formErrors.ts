import { explain, fieldErrors } from '../../kit/web/problem.ts'

/** What is wrong with this field of a form; what belongs to no field is said at the first one (`also`). */
export function fieldErrorOf(error: unknown, field: string, also: boolean = true): string | undefined {
  if (!error) return undefined
  const wrong = fieldErrors(error)
  if (wrong[field] || !also || Object.keys(wrong).length > 0) return wrong[field]
  const { title, detail } = explain(error)
  return detail || title
}

/** What is wrong in a form of one question, wherever it was found. */
export function formErrorOf(error: unknown): string | undefined {
  if (!error) return undefined
  const { title, detail } = explain(error)
  return Object.values(fieldErrors(error))[0] ?? (detail || title)
}
