import { PassThrough } from 'node:stream'
import type ExcelJS from 'exceljs'
import { may } from '../../../kit/caller.ts'
import { encodeCursor } from '../../../kit/paging.ts'
import { writeCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import type { Question } from '../../../surveys/question.ts'
import { answersOf } from '../../answerRows.ts'
import { labelOf } from '../../formatAnswer.ts'
import { segmentValues } from '../numbers/countStore.ts'
import { type ResponseListQuery, responseListFilterOf, hideIdentifiers, whyResponsesHidden } from './browseResponses.ts'
import { answersOfMany, listResponses, type StoredResponse } from './responseStore.ts'

type ExportCell = string | number | null
type Rows = AsyncGenerator<ExportCell[][]>
type ExportContext = Pick<Context, 'database' | 'identity'>

const PAGE = 1_000

/** Page after page, each in a short transaction of its own, so that a file of any size holds nothing up. The first holds the header. */
async function* tableOf({ database, identity }: ExportContext, survey: string, asked: ResponseListQuery): Rows {
  const inOrg = <T>(work: (tx: Tx) => Promise<T>) => database.readInOrg(identity!.org, identity!.caller, work)
  const named = may(identity!.caller, 'people.read')
  const { filter, questionnaire, questions, segments } = await inOrg(async tx => {
    const { filter, questionnaire } = await responseListFilterOf(tx, survey, asked)
    const hidden = questionnaire.anonymous && (await whyResponsesHidden(tx, survey, asked))
    return {
      filter: hidden ? null : filter,
      questionnaire,
      questions: questionnaire.questions,
      segments: Object.keys(await segmentValues(tx, survey)),
    }
  })
  const columns = questions.flatMap(columnsOf)
  yield [
    [
      'id',
      'respondedAt',
      'state',
      'version',
      'source',
      'unit',
      'email',
      'person',
      'locale',
      ...segments.map(key => `segment.${key}`),
      ...columns.map(({ name }) => name),
    ],
  ]
  for (let cursor: string | undefined; filter; ) {
    const page = await inOrg(async tx => {
      const rows = (await listResponses(tx, filter, PAGE, cursor)).slice(0, PAGE)
      const answers = await answersOfMany(
        tx,
        rows.map(({ id }) => id),
      )
      return rows.map(row => ({
        row: hideIdentifiers(questionnaire, row),
        answers: row.draft?.answers ?? answersOf(answers.get(row.id) ?? []),
      }))
    })
    yield page.map(({ row, answers }) => [
      ...headOf(row, named),
      ...segments.map(key => row.segments[key] ?? null),
      ...columns.map(({ read }) => read(answers)),
    ])
    const last = page.at(-1)?.row
    if (page.length < PAGE || !last) return
    cursor = encodeCursor([last.exactly, last.id])
  }
}

const headOf = (row: StoredResponse, named: boolean): ExportCell[] => [
  row.id,
  row.responded_at.toISOString(),
  row.state,
  row.version,
  row.source,
  row.unit,
  named ? row.email : null,
  named ? row.person : null,
  row.locale,
]

interface ExportColumn {
  name: string
  read: (answers: ReturnType<typeof answersOf>) => ExportCell
}

function columnsOf(question: Question): ExportColumn[] {
  const { id, kind, rows = [] } = question
  if (kind === 'matrix') {
    return rows.map(row => ({
      name: `${id}.${row.id}`,
      read: answers => {
        const cell = (answers[id] as Record<string, number | string> | undefined)?.[row.id]
        return typeof cell === 'string' ? labelOf(question, cell) : (cell ?? null)
      },
    }))
  }
  return [
    {
      name: id,
      read: answers => {
        const value = Object.hasOwn(answers, id) ? answers[id] : undefined
        if (Array.isArray(value)) return value.map(one => labelOf(question, one as string)).join('; ')
        return kind === 'choice' && typeof value === 'string'
          ? labelOf(question, value)
          : ((value as ExportCell | undefined) ?? null)
      },
    },
  ]
}

export async function csvOf(context: ExportContext, survey: string, asked: ResponseListQuery) {
  const rows = await started(tableOf(context, survey, asked))
  return { filename: 'responses.csv', contentType: 'text/csv; charset=utf-8', content: csvText(rows) }
}

// The first page is read before the first byte is sent: what is wrong with the request is then still an answer of its own.
async function started(rows: Rows): Promise<Rows> {
  const first = await rows.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* rows
  })()
}

// Marked as UTF-8, so that spreadsheets read it as that.
async function* csvText(rows: Rows): AsyncGenerator<string> {
  let bom = true
  for await (const page of rows) {
    yield writeCsv(page, { bom })
    bom = false
  }
}

// What a sheet holds; a longer table goes on in the next one.
const SHEET = 1_000_000

export async function xlsxOf(context: ExportContext, survey: string, asked: ResponseListQuery) {
  const rows = await started(tableOf(context, survey, asked))
  const stream = new PassThrough()
  void fill(stream, rows).catch(error => stream.destroy(error as Error))
  return {
    filename: 'responses.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: stream,
  }
}

async function fill(stream: PassThrough, rows: Rows): Promise<void> {
  // Large, and rarely wanted: loaded with the first sheet, not with the product.
  const { default: Excel } = await import('exceljs')
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false })
  let header: ExportCell[] = []
  let sheet: ExcelJS.Worksheet | undefined
  let written = 0
  for await (const page of rows) {
    for (const row of page) {
      if (header.length === 0) header = row
      if (!sheet || written >= SHEET) {
        sheet?.commit()
        sheet = book.addWorksheet(written === 0 ? 'Responses' : `Responses ${book.worksheets.length + 1}`)
        if (row !== header) sheet.addRow(header).commit()
        written = 0
      }
      // Cells are values, never formulas: nothing in them is run.
      sheet.addRow(row.map(plain)).commit()
      written += 1
    }
    // As fast as the reader takes it, so that memory stays small.
    if (stream.writableNeedDrain) await new Promise(done => stream.once('drain', done))
    if (stream.destroyed) return
  }
  sheet?.commit()
  await book.commit()
}

// A sheet cannot hold control characters, nor more than this in a cell.
const plain = (cell: ExportCell): ExportCell =>
  typeof cell === 'string' ? cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767) : cell
