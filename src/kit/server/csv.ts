import { setImmediate as nextTurn } from 'node:timers/promises'
import { type CsvError, parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import { delimiterOf } from '../csvHead.ts'
import { AppError, badInput } from '../errors.ts'

/** One record of a file and the line on which it begins, counted as an editor does. */
export interface CsvLine {
  line: number
  cells: string[]
}

export interface CsvFile {
  header: string[]
  lines: CsvLine[]
}

const CHUNK = 256 * 1024

/**
 * Reads a CSV file as people send it: UTF-8 or UTF-16 with or without BOM, else Windows-1252; comma, semicolon or tab;
 * CRLF, quoted newlines, empty lines. Works in slices, so that other requests go on meanwhile.
 */
export async function readCsv(body: unknown): Promise<CsvFile> {
  if (typeof body === 'object' && body !== null && !(body instanceof Uint8Array))
    throw new AppError('unsupported_type', 'Send the file itself, with “content-type: text/csv”.')
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(typeof body === 'string' ? body : '')
  const { text, skippedLines } = withoutSeparatorLine(decode(bytes).replace(/\r\n?/g, '\n'))
  const records = await parseAll(text, delimiterOf(text), skippedLines)
  const [header, ...lines] = records
  if (!header) throw badInput('body', 'The file is empty. Its first line must name the columns.')
  return { header: header.cells.map(cell => cell.trim()), lines }
}

/** The text of a file whose encoding nobody told. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

// Excel writes `sep=;` on top of some files.
function withoutSeparatorLine(text: string): { text: string; skippedLines: number } {
  const line = /^sep=[,;\t|]\n/i.exec(text)?.[0]
  return line ? { text: text.slice(line.length), skippedLines: 1 } : { text, skippedLines: 0 }
}

async function parseAll(text: string, delimiter: string, skippedLines: number): Promise<CsvLine[]> {
  const lines: CsvLine[] = []
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
  })
  let failure: CsvError | undefined
  parser.on('error', error => void (failure = error as CsvError))
  parser.on('readable', () => {
    for (let next = parser.read(); next; next = parser.read()) lines.push(toLine(next, skippedLines))
  })
  const ended = new Promise(done => parser.once('close', done))
  for (let at = 0; at < text.length && !failure; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK))
    await nextTurn()
  }
  parser.end()
  await ended
  if (failure) throw explain(failure)
  return lines
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

function toLine({ record, info }: Parsed, skippedLines: number): CsvLine {
  // The parser tells on which line a record ends; those that its cells span are counted back.
  const spanned = record.reduce((n, cell) => n + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  return { line: info.lines - spanned + skippedLines, cells: record }
}

function explain(error: CsvError): AppError {
  const { lines } = error as { lines?: number }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return badInput('body', 'A quotation mark is opened and never closed. Close it, or double it inside text.')
  return badInput('body', `The file cannot be read as CSV near line ${lines ?? '?'}: ${error.message}`)
}

/** A CSV file that spreadsheets open without running anything: cells that begin like a formula get an apostrophe. */
export const writeCsv = (
  rows: readonly (readonly (string | number | null | undefined)[])[],
  options: { bom?: boolean } = {},
): string =>
  stringify(rows as unknown[][], {
    bom: options.bom ?? false,
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    record_delimiter: '\r\n',
  })
