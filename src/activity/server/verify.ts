import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { commitmentOf, genesis, leafOf, macOf, rootOf, sealHash, committedDetailOf } from './proof.ts'
import { orgsToSeal, type ProofRow, rowsOfMissingSeals, rowsOfSeal, sealsAfter } from './activityStore.ts'

export interface IntegrityFinding {
  org: string
  kind: 'row-changed' | 'detail-changed' | 'rows-missing' | 'rows-added' | 'seal-changed' | 'seal-missing'
  /** What was found, as a sentence. */
  said: string
  activity?: string
  seal?: number
}

export interface LogReport {
  ok: boolean
  organisations: number
  seals: number
  rows: number
  /** Rows whose detail was erased: they still verify. */
  erased: number
  /** Rows of the last minute that no seal has yet. */
  unsealed: number
  /** The newest seal of each organisation. Kept elsewhere, it proves that the end was not cut off. */
  heads: { org: string; seal: number; hash: string }[]
  findings: IntegrityFinding[]
}

/** Recomputes every commitment, leaf, root and link of the chain, and says what does not fit. Reads only. */
export async function verifyLog(database: Database): Promise<LogReport> {
  const report: LogReport = { ok: true, organisations: 0, seals: 0, rows: 0, erased: 0, unsealed: 0, heads: [], findings: [] }
  for (const org of await database.inSystem(orgsToSeal)) {
    report.organisations++
    await verifyOrg(database, org, report)
  }
  report.ok = report.findings.length === 0
  return report
}

/** The result in one line, for who runs the command. */
export function summary(report: LogReport): string {
  const { rows, seals, erased, unsealed, findings } = report
  const counted = `${rows} records under ${seals} seals, ${erased} with erased details, ${unsealed} not sealed yet`
  if (report.ok) return `The record is intact: ${counted}.`
  return `The record was changed behind the product’s back: ${findings.length} findings. ${findings[0]!.said} (${counted})`
}

async function verifyOrg(database: Database, org: string, report: LogReport): Promise<void> {
  const inOrg = <T>(work: (tx: Tx) => Promise<T>) => database.inOrg(org, systemCaller('verify-log'), work)
  const find = (finding: Omit<IntegrityFinding, 'org'>) => void report.findings.push({ org, ...finding })
  let before: { number: number; hash: Buffer } = { number: 0, hash: genesis }
  for (;;) {
    const [seal] = await inOrg(tx => sealsAfter(tx, before.number, 1))
    if (!seal) break
    const rows = await inOrg(tx => rowsOfSeal(tx, seal.number))
    checkChain(seal, before, find)
    checkRows(rows, report, find)
    checkRoot(seal, rows, find)
    report.seals++
    before = seal
  }
  if (before.number > 0) report.heads.push({ org, seal: before.number, hash: before.hash.toString('hex') })
  const waiting = await inOrg(tx => rowsOfSeal(tx, null))
  checkRows(waiting, report, find)
  report.unsealed += waiting.length
  for (const row of await inOrg(rowsOfMissingSeals)) {
    find({
      kind: 'seal-missing',
      activity: row.id,
      seal: row.seal!,
      said: `Seal ${row.seal} is gone, but record ${row.id} names it.`,
    })
  }
}

type Find = (finding: Omit<IntegrityFinding, 'org'>) => void
interface Sealed {
  org_id: string
  number: number
  rows: number
  root: Buffer
  hash: Buffer
}

function checkChain(seal: Sealed, before: { number: number; hash: Buffer }, find: Find): void {
  if (seal.number !== before.number + 1) {
    find({
      kind: 'seal-missing',
      seal: seal.number - 1,
      said: `Between seal ${before.number} and ${seal.number} a seal is gone.`,
    })
  }
  if (!sealHash(before.hash, seal).equals(seal.hash)) {
    find({ kind: 'seal-changed', seal: seal.number, said: `Seal ${seal.number} does not follow from the one before it.` })
  }
}

function checkRows(rows: readonly ProofRow[], report: LogReport, find: Find): void {
  for (const row of rows) {
    report.rows++
    if (!row.mac.equals(macOf(row))) {
      find({
        kind: 'row-changed',
        activity: row.id,
        said: `Record ${row.id} (${row.verb}) was changed or added by somebody else.`,
      })
    }
    if (row.salt === null || row.detail === null) report.erased++
    else if (!commitmentOf(row.salt, committedDetailOf(row.detail, row.actor_name ?? '')).equals(row.commitment)) {
      find({ kind: 'detail-changed', activity: row.id, said: `The detail of record ${row.id} (${row.verb}) was changed.` })
    }
  }
}

function checkRoot(seal: Sealed, rows: readonly ProofRow[], find: Find): void {
  if (rows.length < seal.rows) {
    find({
      kind: 'rows-missing',
      seal: seal.number,
      said: `${seal.rows - rows.length} of ${seal.rows} records under seal ${seal.number} are gone.`,
    })
  } else if (rows.length > seal.rows) {
    find({
      kind: 'rows-added',
      seal: seal.number,
      said: `${rows.length - seal.rows} records were added under seal ${seal.number}.`,
    })
  } else if (!rootOf(rows.map(leafOf)).equals(seal.root)) {
    find({
      kind: 'seal-changed',
      seal: seal.number,
      said: `The records under seal ${seal.number} are not those that were sealed.`,
    })
  }
}
