/**
 * Finds the tables in a text that is SQL, a piece of SQL, or no SQL at all. It knows where a table may stand (`from`, `join`, `using`, `into`,
 * `update`, a comma after one) and nothing of expressions: a whole grammar would refuse the pieces that our statements are built from.
 */
export interface Mention {
  table: string
  how: 'read' | 'write'
}

export interface Statement {
  mentions: Mention[]
  /** Numbers of the holes (`${…}`) that stand where a table would. */
  holes: number[]
  /** Names of common table expressions. */
  named: string[]
  /** `with x as (insert … )`: only a server that holds all tables runs it. */
  modifyingCtes: number
  /** `insert … select … from unnest(…)` that reads no table: nothing says which server should run it. */
  insertsFromNothing: number
  /** A subquery that compares with `org.id`: it would be asked everywhere once for each organisation. */
  overOrgs: number
}

/** How a hole is written in the text that is read. */
export const hole = (number: number): string => ` \uE000${number} `

const holeIn = (token: string): string | undefined => /\uE000(\d+)/.exec(token)?.[1]
const isWord = (token: string | undefined): token is string => token !== undefined && /^[a-z_]\w*$/.test(token)

const pattern = /--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[a-z_][\w$]*|\uE000\d+|\$\d+|\d[\w.]*|::|[^\s]/gi

const tokensOf = (text: string): string[] =>
  (text.match(pattern) ?? [])
    .filter(one => !one.startsWith('--') && !one.startsWith('/*'))
    .map(one => (/^"[a-z_]\w*"$/.test(one) ? one.slice(1, -1) : one.startsWith("'") ? one : one.toLowerCase()))

const words = (line: string): ReadonlySet<string> => new Set(line.split(' '))
const changes = words('insert update delete merge')
const endsTables = words(
  'where group order limit having union except intersect returning set select values window offset fetch for do ;',
)
const noAlias = new Set([...endsTables, ...words('join left right inner cross full natural on using as and or not is in then')])
const isStatement = /\b(select|insert|update|delete|merge|join|where)\b/
/** `for update`, `on conflict do update`, `before update`: they change nothing themselves. */
const noChange = words('do for key on before after or ,')
/** Functions that say `from` of something that is no table. */
const ownFrom = words('extract substring trim overlay position')
const skipped = words('lateral only table public')

/** What is known between one pair of brackets. */
interface Level {
  /** `item`: a table may stand here. `after`: one did, so that a comma brings another. */
  place: 'item' | 'after' | 'none'
  how: Mention['how']
  /** The word that began the clause; none yet in a piece that goes on where another left off. */
  clause?: string
  plainFrom: boolean
  inserts: boolean
  selects: boolean
  tables: number
  functions: number
  orgs: readonly string[]
}

const level = (more: Partial<Level> = {}): Level => ({
  place: 'none',
  how: 'read',
  plainFrom: false,
  inserts: false,
  selects: false,
  tables: 0,
  functions: 0,
  orgs: [],
  ...more,
})

/** `asItem`: a piece that another statement takes in after its `from`. */
export function readStatement(text: string, tables: ReadonlySet<string>, asItem = false): Statement {
  const found = new Reader(tokensOf(text), tables, level({ place: asItem ? 'item' : 'none' })).read()
  // “From ${low} to ${high}” is said to people, too.
  return asItem || isStatement.test(text) ? found : { ...found, holes: [] }
}

class Reader {
  readonly #tokens: readonly string[]
  readonly #tables: ReadonlySet<string>
  readonly #levels: Level[]
  readonly #found: Statement = { mentions: [], holes: [], named: [], modifyingCtes: 0, insertsFromNothing: 0, overOrgs: 0 }
  #i = 0

  constructor(tokens: readonly string[], tables: ReadonlySet<string>, first: Level) {
    this.#tokens = tokens
    this.#tables = tables
    this.#levels = [first]
  }

  get #here(): Level {
    return this.#levels.at(-1)!
  }

  #token = (offset: number): string => this.#tokens[this.#i + offset] ?? ''

  read(): Statement {
    for (; this.#i < this.#tokens.length; this.#i++) this.#step(this.#token(0))
    for (const open of this.#levels) this.#leave(open)
    return this.#found
  }

  #step(now: string): void {
    const here = this.#here
    if (now === '(') this.#open()
    else if (now === ')') this.#close()
    else if (here.place === 'item') this.#item(now)
    else if (endsTables.has(now)) this.#clause(now)
    else if (now === ',' && here.place === 'after') here.place = 'item'
    else if (now === '.') this.#compare()
    else if (!this.#beginsItem(now) && this.#goesOn(now)) this.#mention(now)
  }

  #open(): void {
    const [before, next] = [this.#token(-1), this.#token(1)]
    const queries = next === 'select' || next === 'with' || next === 'values'
    if ((before === 'as' || before === 'materialized') && (queries || changes.has(next))) {
      if (changes.has(next)) this.#found.modifyingCtes++
      this.#found.named.push(this.#token(before === 'as' ? -2 : this.#token(-2) === 'not' ? -4 : -3))
    }
    const { place, orgs } = this.#here
    if (place === 'item') this.#here.place = 'after'
    // A join may stand in brackets: `from (a join b on …)`.
    this.#levels.push(level({ place: place === 'item' && !queries ? 'item' : 'none', plainFrom: ownFrom.has(before), orgs }))
  }

  #close(): void {
    const closed = this.#levels.pop()!
    this.#leave(closed)
    if (this.#levels.length > 0) this.#here.functions += closed.functions
    else this.#levels.push(level())
  }

  #leave(done: Level): void {
    if (done.inserts && done.selects && done.functions > 0 && done.tables === 0) this.#found.insertsFromNothing++
  }

  #item(now: string): void {
    const here = this.#here
    if (skipped.has(now) || now === '.') return
    here.place = 'after'
    const number = holeIn(now)
    if (number) this.#found.holes.push(Number(number))
    else if (this.#token(1) === '(' && here.how === 'read' && isWord(now)) here.functions++
    else if (this.#tables.has(now) && this.#token(1) !== '.') this.#mention(now, here.how)
    here.how = 'read'
  }

  #mention(table: string, how: Mention['how'] = 'read'): void {
    this.#found.mentions.push({ table, how })
    this.#here.place = 'after'
    if (how === 'read') for (const one of this.#levels) one.tables++
    if (table === 'org') this.#here.orgs = [...this.#here.orgs, this.#alias() ?? table]
  }

  #clause(now: string): void {
    const here = this.#here
    here.place = 'none'
    here.clause = now
    if (now === 'select') here.selects = true
    if (now !== ';') return
    this.#leave(here)
    this.#levels[this.#levels.length - 1] = level()
  }

  #beginsItem(now: string): boolean {
    const how = this.#entry(now, this.#token(-1))
    if (how) Object.assign(this.#here, { place: 'item', how, clause: now })
    if (how && now === 'into') this.#here.inserts = this.#token(-1) === 'insert'
    return how !== undefined
  }

  #entry(now: string, before: string): Mention['how'] | undefined {
    if (now === 'from' && before !== 'distinct' && !this.#here.plainFrom) return before === 'delete' ? 'write' : 'read'
    if (now === 'join' || (now === 'using' && this.#token(1) !== '(')) return 'read'
    if (now === 'into' || now === 'truncate' || (now === 'update' && !noChange.has(before))) return 'write'
    return undefined
  }

  #alias(): string | undefined {
    const alias = this.#token(1) === 'as' ? this.#token(2) : this.#token(1)
    return isWord(alias) && !noAlias.has(alias) ? alias : undefined
  }

  /** `person p join …` or `…, person p where …`: a piece begins where another said `from`. A table with its short name follows, and uses it. */
  #goesOn(now: string): boolean {
    if (this.#here.clause !== undefined || this.#levels.length > 1 || !this.#tables.has(now)) return false
    if (this.#i > 0 && this.#token(-1) !== ',') return false
    const alias = this.#alias()
    return alias !== undefined && this.#tokens.some((one, j) => one === alias && this.#tokens[j + 1] === '.')
  }

  #compare(): void {
    const [here, outside] = [this.#here.orgs, this.#levels.at(-2)?.orgs]
    const alias = this.#token(-1)
    // A piece may stand inside a statement of the query builder, which names its table `org` itself.
    const around = outside?.includes(alias) || (outside && alias === 'org' && !here.includes(alias))
    if (around && this.#token(-2) === '=' && this.#token(1) === 'id') this.#found.overOrgs++
  }
}
