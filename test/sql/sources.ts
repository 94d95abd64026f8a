import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'vite'
import { hole, readStatement, type Mention, type Statement } from './statement.ts'

const untravelled = ['modifyingCtes', 'insertsFromNothing', 'overOrgs'] as const
type Untravelled = (typeof untravelled)[number]

/** What the SQL of one file reaches. Places are `path:line`. */
export interface Reach extends Record<Untravelled, string[]> {
  path: string
  room: string
  mentions: Mention[]
  /** Where a table stands that the reader cannot name. */
  unreadable: string[]
  /** A common table expression that hides a table of the same name. */
  hiding: string[]
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** One text of a file: a literal, a template, or several joined by `+`. */
interface Text {
  sql: string
  start: number
  holes: readonly Node[]
  /** The constant or function whose value it is, if it is one's. */
  of: string | undefined
}

interface Call {
  name: string
  args: readonly Node[]
  start: number
}

export interface File {
  path: string
  text: string
}

interface Parsed extends File {
  imports: readonly string[]
  texts: readonly Text[]
  calls: readonly Call[]
}

/** Reads all files together: what stands after a `from` in one may be written in another. */
export function readFiles(files: readonly File[], tables: ReadonlySet<string>): Reach[] {
  const parsed = files.map(parse)
  const written = new Set(parsed.flatMap(writtenIn))
  const items = new Set(
    parsed.flatMap(({ texts }) =>
      texts.flatMap(text => readStatement(text.sql, tables).holes.flatMap(n => nameOf(text.holes[n]) ?? [])),
    ),
  )
  return parsed.map(file => {
    const known = new Set([...writtenIn(file), ...file.imports.filter(name => written.has(name))])
    return reachOf(file, tables, new Set([...items].filter(name => known.has(name))))
  })
}

const src = resolve(import.meta.dirname, '../../src')

/** Every file of the server: nothing else holds SQL. */
export function readServer(tables: ReadonlySet<string>): Reach[] {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !/\.(test|d|generated)\.ts$/.test(entry.name))
    .map(entry => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => path.split('/')[1] === 'server' || path === 'app/cli.ts')
    .toSorted()
  return readFiles(
    files.map(path => ({ path, text: readFileSync(join(src, path), 'utf8') })),
    tables,
  )
}

function parse(file: File): Parsed {
  const program = parseSync(file.path, file.text).program as unknown as Node
  const imports = childrenOf(program)
    .filter(({ type }) => type === 'ImportDeclaration')
    .flatMap(childrenOf)
    .flatMap(one => nameOf(one['local'] as Node | undefined) ?? [])
  return { ...file, imports, texts: [...textsIn(program)], calls: [...callsIn(program)] }
}

const writtenIn = ({ texts }: Parsed): string[] => texts.flatMap(text => text.of ?? [])

function reachOf({ path, text, texts, calls }: Parsed, tables: ReadonlySet<string>, items: ReadonlySet<string>): Reach {
  const place = (start: number) => `${path}:${text.slice(0, start).split('\n').length}`
  const reach: Reach = {
    path,
    room: path.split('/')[0]!,
    mentions: [],
    unreadable: [],
    hiding: [],
    modifyingCtes: [],
    insertsFromNothing: [],
    overOrgs: [],
  }
  const add = (found: Statement, { start, holes }: Text) => {
    reach.mentions.push(...found.mentions)
    for (const kind of untravelled) reach[kind].push(...Array<string>(found[kind]).fill(place(start)))
    reach.hiding.push(...found.named.filter(name => tables.has(name)).map(name => `${place(start)} ${name}`))
    const unknown = found.holes.map(n => holes[n]!).filter(node => !items.has(nameOf(node) ?? ''))
    reach.unreadable.push(...unknown.map(node => `${path} \${${text.slice(node.start, node.end)}}`))
  }
  for (const one of texts) add(readStatement(one.sql, tables, items.has(one.of ?? '')), one)
  const orgIds = orgIdsIn(calls)
  for (const call of calls) {
    const { mentions, unreadable, modifies } = readCall(call, tables)
    reach.mentions.push(...mentions)
    if (unreadable) reach.unreadable.push(`${path} ${call.name}(${text.slice(unreadable.start, unreadable.end)})`)
    if (modifies) reach.modifyingCtes.push(place(call.start))
    if (call.name === 'whereRef' && orgIds.has(call.args[2]?.['value'])) reach.overOrgs.push(place(call.start))
  }
  return reach
}

/** How a builder that selects organisations calls their id: what a subquery compares with. */
const orgIdsIn = (calls: readonly Call[]): ReadonlySet<unknown> =>
  new Set(
    calls
      .filter(({ name, args }) => name === 'selectFrom' && /^org( as \w+)?$/.test(String(args[0]?.['value'])))
      .map(({ args }) => `${String(args[0]!['value']).split(' ').at(-1)}.id`),
  )

const reads = new Set('selectFrom innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral'.split(' '))
const writes = new Set('insertInto updateTable deleteFrom mergeInto'.split(' '))
/** The builder's words that others use too: `Buffer.from('…')`. */
const ambiguous = new Set(['from', 'using'])

/** A call of the query builder: its first argument names a table, or builds a query of its own. */
function readCall({ name, args }: Call, tables: ReadonlySet<string>) {
  const [first, second] = args
  const modifies = name === 'with' && second !== undefined && [...callsIn(second)].some(inner => writes.has(inner.name))
  if (!first || !(reads.has(name) || writes.has(name) || ambiguous.has(name))) return { mentions: [], modifies }
  const named = first.type === 'ArrayExpression' ? childrenOf(first) : [first]
  const literals = named.flatMap(one => (one.type === 'Literal' ? String(one['value']).split(' ')[0]! : []))
  const how: Mention['how'] = writes.has(name) ? 'write' : 'read'
  const mentions = literals.filter(table => tables.has(table)).map(table => ({ table, how }))
  const unreadable = ambiguous.has(name) ? undefined : named.find(one => one.type !== 'Literal' && !one.type.includes('Function'))
  return { mentions, modifies, unreadable }
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string'

const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flatMap(value => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode)

function nameOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Identifier') return String(node['name'])
  return node?.type === 'CallExpression' ? nameOf(node['callee'] as Node) : undefined
}

function* callsIn(node: Node): Generator<Call> {
  if (node.type === 'CallExpression') {
    const callee = node['callee'] as Node
    const called = callee.type === 'MemberExpression' ? (callee['property'] as Node) : undefined
    if (called) yield { name: nameOf(called) ?? '', args: node['arguments'] as Node[], start: called.start }
  }
  for (const child of childrenOf(node)) yield* callsIn(child)
}

/** Casts hold expressions; every other node of the type system only types. */
const isType = ({ type }: Node) => type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(type)

function* textsIn(node: Node, of?: string): Generator<Text> {
  if (isType(node) || node.type === 'ImportDeclaration') return
  const text = textOf(node)
  if (text) {
    yield { ...text, start: node.start, of }
    for (const inner of text.holes) yield* textsIn(inner)
    return
  }
  const declares = node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration'
  const name = declares ? nameOf(node['id'] as Node | null) : of
  for (const child of childrenOf(node)) yield* textsIn(child, name)
}

type Piece = Pick<Text, 'sql' | 'holes'>

function textOf(node: Node): Piece | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? { sql: node['value'], holes: [] } : undefined
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { cooked: string } }[]
    const holes = node['expressions'] as Node[]
    return { sql: quasis.map(({ value }, i) => value.cooked + (i < holes.length ? hole(i) : '')).join(''), holes }
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined
  const sides = [node['left'] as Node, node['right'] as Node]
  const pieces = sides.map(textOf)
  return pieces.some(Boolean) ? pieces.map((piece, i) => piece ?? { sql: hole(0), holes: [sides[i]!] }).reduce(joined) : undefined
}

/** The holes of the second are counted on from those of the first. */
function joined(one: Piece, two: Piece): Piece {
  const moved = two.sql.replace(/\uE000(\d+)/g, (_, n) => `\uE000${Number(n) + one.holes.length}`)
  return { sql: one.sql + moved, holes: [...one.holes, ...two.holes] }
}
