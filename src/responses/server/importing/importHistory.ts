import { setImmediate as nextTurn } from 'node:timers/promises'
import { record } from '../../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { type CsvFile, readCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { dayIn } from '../../../people/day.ts'
import { findOrCreateContacts } from '../../../people/server/person/persons.ts'
import { createUnit, findUnitsByWord, visibleUnits } from '../../../people/server/units.ts'
import type { Questionnaire } from '../../../surveys/questionnaire.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { requirePublishedSurvey } from '../../../surveys/server/published.ts'
import { orderOf } from '../../importDates.ts'
import { type ImportedResponse, readImportRow } from '../../importRow.ts'
import { guessMapping, type ColumnMapping, readMapping } from '../../columnMapping.ts'
import { answerRows } from '../../answerRows.ts'
import { coarseId, coarseTime } from '../../../kit/server/coarse.ts'
import { deleteHistory, type HistoryRow, insertHistory, insertImport, lockImport } from './importStore.ts'
import { rollUpImport, takeOutImport } from '../numbers/rollupStore.ts'

export interface ImportOptions {
  map: string | undefined
  createUnits: boolean
  dryRun: boolean
}

interface SkippedImportLine {
  line: number
  reason: string
}

type Row = ImportedResponse & { line: number }

/** All rows or none; what cannot be a response is skipped and told by line. Raises no alerts: this is history. */
export async function importHistory(tx: Tx, surveyId: string, body: unknown, { map, createUnits, dryRun }: ImportOptions) {
  const survey = await requirePublishedSurvey(tx, surveyId)
  const { zone } = await readOwnOrganisation(tx)
  const file = await readCsv(body)
  const used = map === undefined ? guessMapping(file.header, survey.questionnaire.questions) : parseMap(map)
  const mapping = readMapping(used, file.header, survey.questionnaire.questions)
  if (survey.questionnaire.anonymous && mapping.some(({ target }) => target.kind === 'email'))
    throw badInput('map', 'This survey is anonymous: a column of e-mail addresses cannot be imported.')
  const read = await readRows(tx, file, mapping, survey.questionnaire, zone)
  const placed = await placeInUnits(tx, read.rows, createUnits, dryRun)
  const skipped = [...read.skipped, ...placed.skipped].sort((a, b) => a.line - b.line)
  const reply = {
    imported: placed.rows.length,
    skipped: skipped.slice(0, MOST_TOLD),
    skippedCount: skipped.length,
    undated: placed.rows.filter(row => row.respondedAt === null).length,
    columns: file.header,
    map: used,
  }
  if (dryRun) return { id: null, ...reply }
  const id = newId()
  await insertImport(tx, id, surveyId, placed.rows.length, skipped.length)
  const rows = await ready(tx, placed.rows, placed.units, survey.questionnaire, zone)
  for (let at = 0; at < rows.length; at += SLICE) await insertHistory(tx, survey, id, rows.slice(at, at + SLICE))
  await rollUpImport(tx, id)
  await record(
    tx,
    'responses.imported',
    { type: 'import', id, also: [surveyId] },
    { imported: rows.length, skipped: skipped.length },
  )
  announce(tx, 'imports', id)
  announce(tx, 'responses', undefined, { survey: surveyId })
  return { id, ...reply }
}

const MOST_TOLD = 1_000
const SLICE = 5_000

function parseMap(text: string): Record<string, string> {
  try {
    const map: unknown = JSON.parse(text)
    if (
      typeof map === 'object' &&
      map !== null &&
      !Array.isArray(map) &&
      Object.values(map).every(one => typeof one === 'string')
    )
      return map as Record<string, string>
  } catch {
    // falls through to the one error below
  }
  throw badInput(
    'map',
    'Give JSON that names columns: {"their column": "question id, unit, respondedAt, email or segment.<key>"}.',
  )
}

async function readRows(tx: Tx, file: CsvFile, mapping: ColumnMapping, questionnaire: Questionnaire, zone: string) {
  const dateColumn = mapping.find(({ target }) => target.kind === 'respondedAt')?.column
  const dates = orderOf(dateColumn === undefined ? [] : file.lines.map(({ cells }) => cells[dateColumn] ?? ''))
  const rows: Row[] = []
  const skipped: SkippedImportLine[] = []
  for (const [i, { line, cells }] of file.lines.entries()) {
    // Other requests go on while a large file is read.
    if (i % 1_000 === 999) await nextTurn()
    const row = readImportRow(cells, mapping, questionnaire, { zone, dates, now: tx.now })
    if (row.kind === 'skip') skipped.push({ line, reason: row.reason })
    else rows.push({ ...row, line })
  }
  return { rows, skipped }
}

async function placeInUnits(tx: Tx, rows: readonly Row[], createUnits: boolean, dryRun: boolean) {
  const keys = [...new Set(rows.flatMap(row => (row.unit === null ? [] : [row.unit])))]
  const units = await findUnitsByWord(tx, keys)
  const visible = await visibleUnits(tx)
  const fresh = visible === null && createUnits ? keys.filter(key => !units.has(key)).sort() : []
  for (const key of dryRun ? [] : fresh) units.set(key, (await createUnit(tx, { key })).id)
  const will = new Set(fresh)
  const why = (unit: string | null): string | null => {
    const id = unit === null ? null : units.get(unit)
    if (unit !== null && id === 'several') return `Several units are called “${unit.slice(0, 60)}”. Name the one by its key.`
    if (unit !== null && !id && !will.has(unit))
      return `There is no unit “${unit.slice(0, 60)}”. Import your units first, or let the import create them.`
    if (visible !== null && !(id && visible.includes(id))) return 'You may only import answers for units that you may see.'
    return null
  }
  const judged = rows.map(row => ({ row, reason: why(row.unit) }))
  return {
    units,
    rows: judged.filter(({ reason }) => reason === null).map(({ row }) => row),
    skipped: judged.flatMap(({ row, reason }) => (reason === null ? [] : [{ line: row.line, reason }])),
  }
}

async function ready(
  tx: Tx,
  rows: readonly Row[],
  units: ReadonlyMap<string, string>,
  { questions, anonymous }: Questionnaire,
  zone: string,
): Promise<HistoryRow[]> {
  const people = await findOrCreateContacts(
    tx,
    rows.flatMap(({ email }) => (email === null ? [] : [email])),
  )
  return rows.map(({ answers, email, unit, segments, respondedAt }) => {
    const at = anonymous ? coarseTime(respondedAt ?? tx.now) : (respondedAt ?? tx.now)
    return {
      id: anonymous ? coarseId(at) : newId(),
      personId: email === null ? null : (people.get(email) ?? null),
      unitId: unit === null ? null : (units.get(unit) ?? null),
      segments,
      respondedAt: at,
      respondedOn: dayIn(zone, at),
      answers: answerRows(questions, answers),
    }
  })
}

/** Takes an import back: its responses, their answers and what they added to the rollups. */
export async function undoImport(tx: Tx, id: string): Promise<{ removed: number }> {
  const found = await lockImport(tx, id)
  if (!found) throw notFound('import')
  if (found.undone_at) throw new AppError('not_allowed_now', 'This import was undone already.')
  await takeOutImport(tx, id)
  const removed = await deleteHistory(tx, id)
  await record(tx, 'responses.import_undone', { type: 'import', id, also: [found.survey_id] }, { removed })
  announce(tx, 'imports', id)
  announce(tx, 'responses', undefined, { survey: found.survey_id })
  return { removed }
}
