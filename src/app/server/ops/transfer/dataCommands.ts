import { parseArgs } from 'node:util'
import { openLog } from '../../../../kit/server/log.ts'
import { OperatorError } from '../../../../kit/server/operator-error.ts'
import { readEnvironment } from '../../settings.ts'
import { refuseTarget } from './exportTarget.ts'
import { type Importable, importable, readInput } from './input.ts'

// Data in and out, as a person types it. The rooms are loaded once it is clear what is wanted.

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export async function exportData(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { org: text, json: flag } })
  const [target, ...rest] = positionals
  if (!target || rest.length > 0) throw new OperatorError('Say one folder or file: fullcircle export FOLDER|FILE.tar.gz')
  refuseTarget(target)
  const settings = readEnvironment()
  const [{ withProductServices }, { selectOrg }, { exportOrganisation }] = await Promise.all([
    import('../withProductServices.ts'),
    import('./selectOrg.ts'),
    import('./export.ts'),
  ])
  const report = await withProductServices(settings, openLog('warn'), async database =>
    exportOrganisation(database, await selectOrg(database, values.org), target),
  )
  const { organisation, files, bytes } = report
  const said = `${report.target}: all of ${organisation}, ${files} files, ${(bytes / 1024 ** 2).toFixed(1)} MiB. It holds personal data: keep it safe.`
  console.log(values.json ? JSON.stringify(report) : said)
}

const options = {
  org: text,
  map: text,
  from: text,
  units: text,
  survey: text,
  'dry-run': flag,
  'create-units': flag,
  'lift-erasures': flag,
  json: flag,
} as const

export async function importData(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [what, file, ...rest] = positionals
  if (!isImportable(what) || !file || rest.length > 0)
    throw new OperatorError(`Say what and from which file: fullcircle import ${importable.join('|')} FILE`)
  const { org, map, from, units, survey } = values
  const { 'dry-run': dryRun = false, 'create-units': createUnits = false, 'lift-erasures': liftErasures = false } = values
  const wish = { map, from, units, survey, dryRun, createUnits, liftErasures }
  const bytes = await readInput(file)
  const settings = readEnvironment()
  const [{ withProductServices }, { selectOrg }, { importInto }] = await Promise.all([
    import('../withProductServices.ts'),
    import('./selectOrg.ts'),
    import('./import.ts'),
  ])
  const reply = await withProductServices(settings, openLog('warn'), async database =>
    importInto(database, (await selectOrg(database, org)).id, what, bytes, wish),
  )
  console.log(values.json ? JSON.stringify(reply) : told(reply as ImportCounts, wish.dryRun))
}

const isImportable = (what: string | undefined): what is Importable => importable.some(one => one === what)

type ImportCounts = Partial<Record<'created' | 'updated' | 'unchanged' | 'imported' | 'undated' | 'skippedCount', number>> & {
  id?: string | null
  notes?: string[]
  skipped: { line: number; reason: string }[]
}

function told({ skipped, notes = [], id, ...reply }: ImportCounts, dryRun: boolean): string {
  const numbers = (['created', 'updated', 'unchanged', 'imported', 'undated'] as const).flatMap(key =>
    reply[key] === undefined ? [] : [`${reply[key]} ${key}`],
  )
  const left = reply.skippedCount ?? skipped.length
  const end = dryRun ? ' Nothing was done: this was a dry run.' : id ? ` The import has the id ${id}; it can be undone.` : ''
  return [
    `${numbers.join(', ')}, ${left} left out.${end}`,
    ...skipped.map(({ line, reason }) => `line ${line}: ${reason}`),
    ...(left > skipped.length ? [`… and ${left - skipped.length} more lines.`] : []),
    ...notes,
  ].join('\n')
}
