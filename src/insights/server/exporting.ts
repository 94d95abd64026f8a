import { PassThrough } from 'node:stream'
import { writeCsv } from '../../kit/server/csv.ts'
import type { Tx } from '../../kit/server/db.ts'
import { type ExportLine, exportLinesOf } from '../exportLines.ts'
import { causesOf, quartersOf } from './causes.ts'
import { driversFor } from './drivers.ts'
import { readLoopNumbers } from './loop.ts'
import type { InsightQuery } from './insightQuery.ts'
import { readSegmentTables } from './segments.ts'
import { summarise } from './summary.ts'

/** What the page shows, number by number: what is not shown there has no number here either. */
const linesOf = async (tx: Tx, asked: InsightQuery): Promise<ExportLine[]> =>
  exportLinesOf({
    summary: await summarise(tx, asked),
    segments: await readSegmentTables(tx, asked),
    loop: await readLoopNumbers(tx, asked),
    causes: await causesOf(tx, asked),
    quarters: await quartersOf(tx, asked),
    drivers: await driversFor(tx, asked),
  })

const head = ['section', 'name', 'measure', 'value', 'low', 'high', 'n', 'note'] as const

const cellsOf = (line: ExportLine) => head.map(column => line[column] ?? null)

export async function insightsCsv(tx: Tx, asked: InsightQuery) {
  const lines = await linesOf(tx, asked)
  return {
    filename: 'insights.csv',
    contentType: 'text/csv; charset=utf-8',
    // Marked as UTF-8, so that spreadsheets read it as that.
    content: writeCsv([head, ...lines.map(cellsOf)], { bom: true }),
  }
}

export async function insightsXlsx(tx: Tx, asked: InsightQuery) {
  const lines = await linesOf(tx, asked)
  // Large, and rarely wanted: loaded with the first sheet, not with the product.
  const { default: Excel } = await import('exceljs')
  const stream = new PassThrough()
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
  for (const [section, group] of Map.groupBy(lines, line => line.section)) {
    const sheet = book.addWorksheet(section)
    sheet.addRow(head.slice(1)).commit()
    // Cells are values, never formulas: nothing in them is run.
    for (const line of group) sheet.addRow(cellsOf(line).slice(1)).commit()
    sheet.commit()
  }
  void book.commit().catch((error: unknown) => stream.destroy(error as Error))
  return {
    filename: 'insights.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: stream,
  }
}
