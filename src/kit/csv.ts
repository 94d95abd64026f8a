/**
 * Text of a spreadsheet cell that no program will run. A leading `=`, `+`, `-`, `@`, tab or return starts a formula in
 * Excel and its kin (OWASP, “CSV injection”); an apostrophe before it makes it plain text.
 */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The text as it was before `harmless`, so that what we export can be imported again. */
export const asWritten = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** A cell of an export: numbers stay numbers, times are ISO 8601, text is harmless. */
export function cell(value: string | number | boolean | Date | null | undefined): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  if (value instanceof Date) return value.toISOString()
  return harmless(String(value))
}

/** The separator of a file, by what stands most often in its first line outside quotes. */
export function separatorOf(head: string): ',' | ';' | '\t' {
  const line = head.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? ''
  const count = (separator: string) => line.split(separator).length
  return ([',', ';', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best))
}
