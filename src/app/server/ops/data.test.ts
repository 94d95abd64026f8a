import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullcircle } from '../../../../test/commandLine.ts'
import { prepare } from '../../../../test/prepared.ts'
import { type Running, startProduct } from '../../../../test/product.ts'
import { pdf, wav } from '../../../../test/samples.ts'

// Data in and out by the real command line, beside the running product and while it rests.

let dir: string
let running: Running
let key: string
let survey: string
const env = () => ({ DATA_DIR: join(dir, 'data') })
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}

const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  const reply = await fetch(`${running.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(reply.ok, `${path} ${reply.status}`).toBe(true)
  return (await reply.json()) as Record<string, string>
}
const upload = async (name: string, content: Buffer) => {
  const body = new FormData()
  body.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name)
  const reply = await fetch(`${running.url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body })
  expect(reply.status).toBe(201)
  return ((await reply.json()) as { id: string }).id
}
const get = async (path: string) =>
  (await fetch(`${running.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })).json() as Promise<
    Record<string, unknown>
  >

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fullcircle-data-'))
  await prepare(join(dir, 'data'))
  running = await startProduct(env())
  const owner = { org: 'Northwind Water', name: 'Olga', email: 'olga@northwind.example', password: 'correct horse battery' }
  key = (await post('/setup', owner))['apiKey']!
  const questions = [
    { id: 'stars', kind: 'rating', prompt: 'How was it?' },
    { id: 'comment', kind: 'text', prompt: 'Why?' },
  ]
  survey = (await post('/surveys', { name: 'Visit', locale: 'en', questions }))['id']!
  await post(`/surveys/${survey}/publish`, {})
})

afterAll(async () => {
  await running.stop().catch(() => {})
  rmSync(dir, { recursive: true, force: true })
})

const units = 'unit,parent,name\nnorthmoor,,Northmoor\nkelby,northmoor,Kelby\n'
const people =
  'external_id,email,name,unit,role\nN1,omar@northwind.example,Omar,kelby,manager\nN2,dana@home.example,Dana,nowhere,\n'
const answers = 'date,where,stars,comment\n2026-03-01,kelby,1,Nobody came\n2026-03-02,harrow,5,Fine\n'

describe('Import', () => {
  test('units come in as through the API: first a dry run, then for real, then nothing is left to do.', async () => {
    const units1 = file('units.csv', units)
    const dry = await fullcircle(['import', 'units', units1, '--dry-run'], env())
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('2 created, 0 updated, 0 unchanged, 0 left out.') })
    expect(dry.out).toContain('Nothing was done')
    const real = JSON.parse((await fullcircle(['import', 'units', units1, '--json'], env())).out)
    expect(real).toMatchObject({ created: 2, updated: 0, skipped: [] })
    expect((await fullcircle(['import', 'units', '-'], env(), units)).out).toContain('0 created, 0 updated, 2 unchanged')
  })

  test('people whose unit is not there are told by their line.', async () => {
    const { code, out } = await fullcircle(['import', 'people', file('people.csv', people)], env())
    expect(code).toBe(0)
    expect(out).toMatch(/^1 created, .*1 left out/)
    expect(out).toMatch(/^line 3: .*nowhere/m)
  })

  test('responses come in with a map and fresh units, and can be read in the running product.', async () => {
    const map = JSON.stringify({ date: 'respondedAt', where: 'unit', stars: 'stars', comment: 'comment' })
    const all = [
      'import',
      'responses',
      file('answers.csv', answers),
      '--survey',
      'Visit',
      '--map',
      map,
      '--create-units',
      '--json',
    ]
    const reply = JSON.parse((await fullcircle(all, env())).out)
    expect(reply).toMatchObject({ imported: 2, skipped: [], undated: 0 })
    expect(((await get(`/surveys/${survey}/responses`)) as { items: unknown[] }).items).toHaveLength(2)
    const said = (await get('/activity')) as { items: { verb: string; actor: { name: string } }[] }
    expect(said.items.find(({ verb }) => verb === 'responses.imported')?.actor.name).toBe('command line')
    const proof = JSON.parse((await fullcircle(['verify-log', '--json'], env())).out)
    expect(proof.ok).toBe(true)
  })

  test.each([
    [['import'], /^Say what and from which file: fullcircle import units\|people\|responses FILE$/, 1],
    [['import', 'units', '/no/such.csv'], /^There is no file \/no\/such\.csv\.$/, 1],
    [['import', 'units', tmpdir()], /is a folder\. Import its units\.csv/, 1],
    [['import', 'units', '-', '--org', 'Nobody'], /^There is no organisation “Nobody”\. Say one with --org.*Northwind Water/, 1],
    [['import', 'units', '-', '--from', 'soon'], /^--from must be a day/, 1],
    [['import', 'units', '-', '--map', '{'], /^map is a JSON object/, 1],
    [['import', 'people', '-', '--units', 'few'], /^--units must be auto, managers or none\.$/, 1],
    [
      ['import', 'responses', '-', '--survey', 'Nothing'],
      /^There is no published survey “Nothing”\. Say one with --survey: “Visit”/,
      1,
    ],
    [['import', 'units', '-', '--dryrun'], /^Unknown option '--dryrun'\. See: fullcircle import --help$/, 2],
    [['doctor', 'now'], /^Unexpected argument 'now'\. See: fullcircle doctor --help$/, 2],
    [['imprt'], /^There is no command “imprt”\. Commands: start, stop/, 2],
    [['start', '--dmeo'], /^Unknown option '--dmeo'\. See: fullcircle start --help$/, 2],
    [['export', 'all.zip'], /^An export is a folder, or a file whose name ends in \.tar\.gz; all\.zip is neither\.$/, 1],
    [['export', tmpdir()], /is there already\. Name a folder or a file that is not\.$/, 1],
  ])('what is wrong is one clear line: %j', async (args, line, code) => {
    const ended = await fullcircle(args, env(), units)
    expect(ended.err.trim()).toMatch(line)
    expect(ended.err.trim().split('\n')).toHaveLength(1)
    expect(ended.code).toBe(code)
  })
})

describe('Help', () => {
  test('every command explains itself, and all are listed.', async () => {
    const all = await fullcircle(['--help'])
    expect(all.code).toBe(0)
    const names = /Commands: (.*)\./.exec((await fullcircle(['?'])).err)![1]!.split(', ')
    expect(names).toContain('import')
    for (const name of names) expect(all.out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    const one = await fullcircle(['import', '--help'])
    expect(one.out).toMatch(/^fullcircle import units\|people\|responses FILE/)
    expect(one.out).toContain('--create-units')
  })
})

describe('Export', () => {
  test('all of an organisation comes out as CSV and JSON, into a folder beside the running product, and can be read in again.', async () => {
    const out = join(dir, 'out')
    expect((await fullcircle(['export', out], env())).out).toMatch(/all of Northwind Water, \d+ files/)
    expect(readFileSync(join(out, 'units.csv'), 'utf8')).toContain('kelby,northmoor,Kelby')
    expect(readFileSync(join(out, 'people.csv'), 'utf8')).toContain('omar@northwind.example')
    expect(readFileSync(join(out, 'surveys/visit/responses.csv'), 'utf8')).toContain('Nobody came')
    expect(JSON.parse(readFileSync(join(out, 'surveys/visit/questionnaire.json'), 'utf8'))[0]).toMatchObject({ version: 1 })
    const rows = readFileSync(join(out, 'tables/response.ndjson'), 'utf8').trim().split('\n')
    expect(rows.map(row => JSON.parse(row).source)).toEqual(['import', 'import'])
    expect(readdirSync(join(out, 'tables'))).toContain('activity.ndjson')
    expect(readFileSync(join(out, 'tables/login.ndjson'), 'utf8')).not.toContain('password')
    expect((await fullcircle(['import', 'people', join(out, 'people.csv')], env())).out).toContain('0 created, 0 updated')
  })

  test('attached files come whole, under their checksums.', async () => {
    const letter = Buffer.concat([pdf(), randomBytes(50)])
    const call = Buffer.concat([wav(), randomBytes(3_000_000)])
    const ids = [await upload('Letter of Dana.pdf', letter), await upload('call.wav', call)]
    const out = join(dir, 'with files')
    await fullcircle(['export', out], env())
    expect(readFileSync(join(out, `files/${ids[0]}.pdf`)).equals(letter)).toBe(true)
    expect(readFileSync(join(out, `files/${ids[1]}.wav`)).equals(call)).toBe(true)
    const sums = readFileSync(join(out, 'files/SHA256SUMS'), 'utf8').trim().split('\n')
    const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')
    expect(sums).toEqual([`${digest(letter)}  ${ids[0]}.pdf`, `${digest(call)}  ${ids[1]}.wav`])
    expect(readFileSync(join(out, 'tables/file.ndjson'), 'utf8')).toContain('Letter of Dana.pdf')
    expect(existsSync(join(out, 'tables/file_chunk.ndjson'))).toBe(false)
  })

  test('it also fits into one file, while the product rests.', async () => {
    await running.stop()
    const packed = join(dir, 'all.tar.gz')
    const report = JSON.parse((await fullcircle(['export', packed, '--org', 'northwind water', '--json'], env())).out)
    const names = execFileSync('tar', ['tzf', packed], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toHaveLength(report.files)
    expect(names).toEqual(expect.arrayContaining(['README.txt', 'units.csv', 'surveys/visit/responses.csv', 'tables/org.ndjson']))
  })
})
