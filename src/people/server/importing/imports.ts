import { badInput } from '../../../kit/errors.ts'
import type { Caller } from '../../../kit/caller.ts'
import { AppError } from '../../../kit/errors.ts'
import type { ImportCount, SkippedLine } from '../../importing/skipped.ts'

export interface ImportReply extends ImportCount {
  /** Our fields that were found in the file. */
  fields: string[]
  /** Columns that no field was found in: they were not read. */
  ignoredColumns: string[]
  /** What was decided on the way that is not plain from the file. */
  notes: string[]
}

export function replyOf(count: ImportCount, fields: string[], ignoredColumns: string[], notes: string[] = []): ImportReply {
  const { created, updated, unchanged, skipped } = count
  return { created, updated, unchanged, skipped: skipped satisfies SkippedLine[], fields, ignoredColumns, notes }
}

/** The `?map=` of an import: a JSON object from name to name. */
export function parseMap(text: string | undefined): Record<string, string> {
  if (!text) return {}
  const map = parsed(text)
  if (typeof map !== 'object' || map === null || Array.isArray(map)) throw badMap()
  if (Object.values(map).some(name => typeof name !== 'string')) throw badMap()
  return map as Record<string, string>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badMap()
  }
}

const badMap = () =>
  badInput('map', 'map is a JSON object that names columns, such as {"external_id": "employee_id"}, URL-encoded.')

/** A file speaks of the whole organisation, so that whoever sees a part of it only cannot send one. */
export function refuseLimited(caller: Caller): void {
  if (caller.units !== null)
    throw new AppError('forbidden', 'You see a part of the organisation only. Ask somebody who sees all of it to import this.')
}
