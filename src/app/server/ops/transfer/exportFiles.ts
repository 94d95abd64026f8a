import { exportOrg } from '../../../../accounts/server/orgs/exportOrg.ts'
import { endingOf } from '../../../../files/fileKind.ts'
import { contentOf } from '../../../../files/server/content.ts'
import { listFiles } from '../../../../files/server/fileStore.ts'
import type { Database, Tx } from '../../../../kit/server/db.ts'
import { peopleCsv, unitsCsv } from '../../../../people/server/importing/exportDirectory.ts'
import { csvOf } from '../../../../responses/server/read/exportResponses.ts'
import { listSurveys } from '../../../../surveys/server/surveyStore.ts'
import { listVersions, readVersion } from '../../../../surveys/server/versionStore.ts'
import { version } from '../../version.ts'
import { commandLineCaller } from './commandLineCaller.ts'
import type { SelectedOrg } from './selectOrg.ts'

export interface ExportFile {
  name: string
  content: string | AsyncIterable<string | Uint8Array>
}

const readme = (org: SelectedOrg) => `All that ${org.name} has in Fullcircle ${version}, written on ${new Date().toISOString()}.

units.csv, people.csv          as they stand today; can be imported again
surveys/NAME/questionnaire.json  every published version
surveys/NAME/responses.csv       one line for each response, one column for each question
files/ID.ENDING                  every attached file; tables/file.ndjson has its name
files/SHA256SUMS               their checksums, for sha256sum -c
tables/TABLE.ndjson              every row of every table, one JSON object a line, as db/schema.sql describes them;
                                 secrets (passwords, keys, tokens) are left out

Text is UTF-8. CSV is as RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe.
This holds personal data: keep it as safe as the product itself.
`

/** Every file of an export, one after the other; each is written before the next is made. */
export async function* filesOf(database: Database, org: SelectedOrg): AsyncGenerator<ExportFile> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => database.readInOrg(org.id, commandLineCaller, work)
  yield { name: 'README.txt', content: readme(org) }
  yield { name: 'units.csv', content: await read(tx => unitsCsv(tx)) }
  yield { name: 'people.csv', content: await read(peopleCsv) }
  const identity = { org: org.id, caller: commandLineCaller, operator: true }
  for (const { id, folder } of await read(surveyFolders)) {
    yield { name: `${folder}/questionnaire.json`, content: await read(tx => versionsOf(tx, id)) }
    yield { name: `${folder}/responses.csv`, content: (await csvOf({ database, identity }, id, {})).content }
  }
  yield* attachedFiles(database, org.id)
  yield* tablesOf(database, org.id)
}

/** As they were uploaded, one after the other, and at last what `sha256sum -c` reads. */
async function* attachedFiles(database: Database, org: string): AsyncGenerator<ExportFile> {
  const where = { database, org, caller: commandLineCaller }
  const sums: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await database.readInOrg(org, commandLineCaller, tx => listFiles(tx, after, PAGE))
    for (const { id, name, digest, size } of page) {
      const file = `${id}.${endingOf(name)}`
      yield { name: `files/${file}`, content: contentOf(where, digest, 0, size) }
      sums.push(`${digest.toString('hex')}  ${file}\n`)
    }
    if (page.length < PAGE) break
    after = page.at(-1)!.id
  }
  if (sums.length > 0) yield { name: 'files/SHA256SUMS', content: sums.join('') }
}

const MOST = 10_000
const PAGE = 200
/** What stands in files of its own. */
const asFiles = ['file_chunk']

async function surveyFolders(tx: Tx): Promise<{ id: string; folder: string }[]> {
  const lists = await Promise.all([false, true].map(archived => listSurveys(tx, { limit: MOST, archived })))
  const taken = new Set<string>()
  return lists.flat().map(({ id, name }) => {
    const plain = name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60)
    const own = plain === '' || taken.has(plain) ? `${plain}-${id}`.replace(/^-/, '') : plain
    taken.add(own)
    return { id, folder: `surveys/${own}` }
  })
}

async function versionsOf(tx: Tx, survey: string): Promise<string> {
  const versions = await listVersions(tx, survey, MOST, undefined)
  const whole = []
  for (const { version: number } of versions)
    whole.push({ version: number, questionnaire: await readVersion(tx, survey, number) })
  return JSON.stringify(whole, null, 2)
}

/** The rows come table by table; each table becomes a file. */
async function* tablesOf(database: Database, org: string): AsyncGenerator<ExportFile> {
  const rows = exportOrg(database, org, commandLineCaller, asFiles)[Symbol.asyncIterator]()
  const tableOf = (line: string) => (JSON.parse(line) as { table: string }).table
  let next = await rows.next()
  while (!next.done) {
    const table = tableOf(next.value)
    const content = (async function* () {
      for (; !next.done && tableOf(next.value) === table; next = await rows.next())
        yield `${JSON.stringify((JSON.parse(next.value) as { row: unknown }).row)}\n`
    })()
    yield { name: `tables/${table}.ndjson`, content }
  }
}
