// Finds the words of the product and keeps its catalogues.
//   node bin/i18n.ts           writes the catalogues of the translations (src/kit/locales/*.po) and the compiled *.generated.ts,
//                              and .cache/en.po for whoever begins a new one
//   node bin/i18n.ts --check   changes nothing; fails when a catalogue is stale, or a message that everybody reads lacks its translation
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import PO from 'pofile'

const folder = 'src/kit/locales'
const check = process.argv.includes('--check')
const problems: string[] = []

const found = extract()
if (!check) writeTemplate()
for (const locale of ['de', 'ar']) {
  const known = read(locale)
  const wanted = new Map([...found].filter(([id, files]) => files.some(isForEverybody) || known.get(id)))
  write(locale, wanted, id => known.get(id) ?? '')
  compile(locale, known)
}
if (problems.length) {
  console.error([...new Set(problems)].join('\n'))
  process.exit(check ? 1 : 0)
}

/** Every message of a t('…') or msg('…'), with the files that say it. */
function extract(): Map<string, string[]> {
  const messages = new Map<string, string[]>()
  const files = globSync('src/**/*.{ts,tsx}').filter(f => !/\.test\.|\.generated\.|kit\/i18n\.ts$/.test(f))
  for (const file of files.map(f => f.replaceAll('\\', '/')).sort()) {
    for (const [, , literal, code] of readFileSync(file, 'utf8').matchAll(
      /(?<![\w$])(t|msg)\(\s*(?:('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)|(['"`]))/g,
    )) {
      if (code || literal!.includes('${'))
        problems.push(`${file}: ${literal ?? code} cannot be translated; write t('… {name}', { name })`)
      else messages.set(unquote(literal!), [...new Set([...(messages.get(unquote(literal!)) ?? []), file])])
    }
  }
  for (const [id, at] of messages) parts(id, at[0]!)
  return new Map([...messages].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const escapes: Record<string, string> = { n: '\n', t: '\t' }

function unquote(literal: string): string {
  const plain = literal.slice(1, -1)
  return plain.replace(/\\u\{?([0-9a-fA-F]+)\}?|\\(.)/gs, (_, hex, c) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : (escapes[c] ?? c),
  )
}

/**
 * Pages without login, mails and notices are read by everybody, so their words must be translated; what only colleagues see in the console
 * stays English for now. Files that run in the console speak to colleagues; every other file that says words says to whom, at its head.
 */
function isForEverybody(file: string): boolean {
  const audience = /^\/\/ @words (everybody|colleagues)$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (!audience && !file.includes('/web/'))
    problems.push(`${file} says words: begin it with “// @words everybody” or “// @words colleagues”`)
  return audience === 'everybody'
}

function read(locale: string): Map<string, string> {
  const path = `${folder}/${locale}.po`
  if (!existsSync(path)) return new Map()
  return new Map(PO.parse(readFileSync(path, 'utf8')).items.map(item => [item.msgid, item.msgstr[0] ?? '']))
}

/** What a translator begins with: every message, and where it is said. Made anew each time, not kept. */
function writeTemplate(): void {
  const po = new PO()
  po.headers = { Language: 'en', 'Content-Type': 'text/plain; charset=utf-8' }
  po.items = [...found].map(([id, files]) => Object.assign(new PO.Item(), { msgid: id, msgstr: [id], references: files }))
  mkdirSync('.cache', { recursive: true })
  writeFileSync('.cache/en.po', po.toString() + '\n')
}

function write(locale: string, messages: Map<string, string[]>, translate: (id: string) => string): void {
  const po = new PO()
  po.headers = { Language: locale, 'Content-Type': 'text/plain; charset=utf-8' }
  po.items = [...messages].map(([id, files]) => {
    const said = translate(id)
    if (!said) problems.push(`${locale}.po lacks “${id}” (${files[0]})`)
    return Object.assign(new PO.Item(), { msgid: id, msgstr: [said] })
  })
  put(`${folder}/${locale}.po`, po.toString() + '\n')
}

/** The catalogue as code, so that neither server nor browser parses messages. A translation must use the names of its source. */
function compile(locale: string, known: Map<string, string>): void {
  const entries = [...known].filter(([id, said]) => said && found.has(id))
  for (const [id, said] of entries)
    if (parts(id) !== parts(said, `${locale}.po`)) problems.push(`${locale}.po: other {names} than “${id}”: “${said}”`)
  const lines = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, said]) => `  ${JSON.stringify(id)}: ${JSON.stringify(compileMessageOrThrow(said))},`)
  put(
    `${folder}/${locale}.generated.ts`,
    `// Made by bin/i18n.ts from ${locale}.po.\nimport type { Messages } from '@lingui/core'\n\nexport const messages: Messages = {\n${lines.join('\n')}\n} as never\n`,
  )
}

function put(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  if (check) problems.push(`${path} is stale: npm run i18n:extract`)
  else writeFileSync(path, text)
}

/** The {names} and <0> tags of a message, sorted; a message that is not ICU is a problem. */
function parts(message: string, where = ''): string {
  const names = new Set<string>(message.match(/<\/?\w+\/?>/g) ?? [])
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      names.add(`{${token[0]}}`)
      if (token[2] && typeof token[2] === 'object') Object.values(token[2]).forEach(walk)
    }
  }
  try {
    walk(compileMessageOrThrow(message))
  } catch (error) {
    problems.push(`${where}: “${message}” is not a message: ${(error as Error).message}`)
  }
  return [...names].sort().join(' ')
}
