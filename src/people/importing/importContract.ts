import { z } from 'zod'
import { contract, flag, skipped, text } from '../../kit/contract.ts'
import { day } from '../dates.ts'

/** Files of this size are read in one request: about 200,000 people. */
export const LARGEST_IMPORT = 20 * 1024 * 1024

const csv = z.any().describe('A CSV file: UTF-8, UTF-16 or Latin-1; comma, semicolon or tab')
const map = text(4000)
  .optional()
  .describe('URL-encoded JSON that names columns: {"our field": "their column"}, or the other way round')

const importReply = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped,
  fields: z.array(z.string()),
  ignoredColumns: z.array(z.string()),
  notes: z.array(z.string()),
})

export const importContract = contract({
  importUnits: {
    method: 'POST',
    path: '/units/import',
    access: 'people.write',
    scope: 'organisation',
    summary: 'Import units (unit,parent,name): creates, renames and moves; parents may come later in the file',
    query: z.object({ dry_run: flag, map, from: day.optional().describe('The day from which moves hold; today unless told') }),
    bodyType: 'text/csv',
    body: csv,
    bodyLimit: LARGEST_IMPORT,
    reply: importReply,
  },
  importPeople: {
    method: 'POST',
    path: '/people/import',
    access: 'people.write',
    scope: 'organisation',
    summary:
      'Import people (external_id,email,name,unit,role,manager_email,manager_id,kind,account; also title,phone,locale,segment.…). One identifier is enough; an empty cell changes nothing; a further line of the same person adds a unit',
    query: z.object({
      dry_run: flag,
      map,
      units: z
        .enum(['auto', 'managers', 'none'])
        .default('auto')
        .describe(
          'When the file has no unit column: make each manager’s team a unit. auto = only if the organisation has no units of its own',
        ),
      lift_erasures: flag.describe('Also take people who were erased on request; needs people.erase'),
    }),
    bodyType: 'text/csv',
    body: csv,
    bodyLimit: LARGEST_IMPORT,
    reply: importReply,
  },
  exportUnits: {
    method: 'GET',
    path: '/units/export',
    access: 'people.read',
    scope: 'units',
    summary: 'The tree of units as a CSV file that can be imported again',
    query: z.object({ on: day.optional() }),
    reply: z.string(),
    replyType: 'text/csv',
  },
  exportPeople: {
    method: 'GET',
    path: '/people/export',
    access: 'people.read',
    scope: 'units',
    summary: 'The directory as a CSV file that can be imported again',
    reply: z.string(),
    replyType: 'text/csv',
  },
})
