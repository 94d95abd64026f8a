import type { PersonLine, UnitRole } from './personLines.ts'
import { quoted, type SkippedLine } from './skipped.ts'

export interface KnownPerson {
  id: string
  externalId: string | null
  email: string | null
  name: string
  title: string | null
  kind: 'staff' | 'contact'
  phone: string | null
  locale: string | null
  accountId: string | null
  segments: Readonly<Record<string, string>>
}

/** The people a file may speak of, by what they are known by. */
export interface KnownPeople {
  byExternalId: ReadonlyMap<string, KnownPerson>
  byEmail: ReadonlyMap<string, KnownPerson>
}

/** One person of the file: what the first line says, and the units that all of their lines name. */
export interface ImportedPerson {
  id: string
  known: KnownPerson | undefined
  first: PersonLine
  units: Map<string, UnitRole | ''>
}

/** The people of a file, found again by external id and e-mail, in the file as in the directory. */
export class ImportedPeople {
  readonly all: ImportedPerson[] = []
  readonly skipped: SkippedLine[] = []
  readonly #known: KnownPeople
  readonly #newId: () => string
  readonly #byId = new Map<string, ImportedPerson>()
  readonly #byExternalId = new Map<string, ImportedPerson>()
  readonly #byEmail = new Map<string, ImportedPerson>()

  constructor(lines: readonly PersonLine[], known: KnownPeople, newId: () => string) {
    this.#known = known
    this.#newId = newId
    for (const line of lines) this.#take(line)
  }

  /** The id of whoever is meant by an external id or e-mail: of the file first, then of the directory. */
  find(externalId: string, email: string): string | undefined {
    return externalId
      ? (this.#byExternalId.get(externalId)?.id ?? this.#known.byExternalId.get(externalId)?.id)
      : (this.#byEmail.get(email)?.id ?? this.#known.byEmail.get(email)?.id)
  }

  #take(line: PersonLine): void {
    const known = this.#identify(line)
    if (known === 'two') return this.#skip(line, 'its external_id and its e-mail address belong to two different people')
    if (typeof known === 'string') return this.#skip(line, known)
    const earlier = this.#earlier(line, known)
    if (earlier === 'two') return this.#skip(line, 'its external_id and its e-mail address stand on two earlier lines')
    if (earlier) return this.#join(earlier, line)
    const group: ImportedPerson = { id: known?.id ?? this.#newId(), known, first: line, units: new Map() }
    if (line.unit) group.units.set(line.unit, line.role)
    this.all.push(group)
    this.#byId.set(group.id, group)
    this.#index(group, line)
  }

  #identify({ externalId, email }: PersonLine): KnownPerson | undefined | string {
    const byId = externalId ? this.#known.byExternalId.get(externalId) : undefined
    const byEmail = email ? this.#known.byEmail.get(email) : undefined
    if (byId && byEmail && byId !== byEmail) return 'two'
    if (!byId && byEmail?.externalId && externalId) return `${quoted(email)} is in the directory as ${quoted(byEmail.externalId)}`
    return byId ?? byEmail
  }

  #earlier(line: PersonLine, known: KnownPerson | undefined): ImportedPerson | undefined | 'two' {
    const found = new Set(
      [this.#byExternalId.get(line.externalId), this.#byEmail.get(line.email), known && this.#byId.get(known.id)].filter(Boolean),
    )
    return found.size > 1 ? 'two' : [...found][0]
  }

  // A second line may name a further unit of the same person; everything else stands on the first.
  #join(group: ImportedPerson, line: PersonLine): void {
    const { first } = group
    const where = `stands on line ${first.line} already`
    if (line.externalId && first.externalId && line.externalId !== first.externalId)
      return this.#skip(line, `${quoted(line.email)} ${where}, as ${quoted(first.externalId)}`)
    if (line.email && first.email && line.email !== first.email)
      return this.#skip(line, `${quoted(line.externalId)} ${where}, as ${quoted(first.email)}`)
    if (!line.unit || group.units.has(line.unit)) return this.#skip(line, `this person ${where}`)
    group.units.set(line.unit, line.role)
    this.#index(group, line)
  }

  #index(group: ImportedPerson, { externalId, email }: PersonLine): void {
    if (externalId) this.#byExternalId.set(externalId, group)
    if (email) this.#byEmail.set(email, group)
  }

  #skip({ line }: PersonLine, reason: string): void {
    this.skipped.push({ line, reason })
  }
}
