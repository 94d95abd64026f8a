import type { Tx } from '../../kit/server/db.ts'
import type { WorkingCalendar, CalendarSpec } from '../calendar.ts'
import { resolveCalendar } from '../calendarSpec.ts'
import type { TermsEdit } from '../advanceThroughEdits.ts'
import { allVersions, type VersionRow, versionsStamp } from './calendarStore.ts'

/** The calendars of one organisation as they were at any time. */
export class CalendarHistory {
  readonly #versions: readonly VersionRow[]
  readonly #names: ReadonlyMap<string, string>
  readonly #eras = new Map<string, { from: number; calendar: WorkingCalendar }[]>()

  constructor(versions: readonly VersionRow[]) {
    this.#versions = versions
    this.#names = new Map(versions.map(({ calendarId, name }) => [calendarId, name]))
  }

  /** The calendar as it was at an instant; before its first version, as it began. */
  at(id: string, at: number): WorkingCalendar {
    const eras = this.#erasOf(id)
    return (eras.findLast(era => era.from <= at) ?? eras[0]!).calendar
  }

  /** What was edited, in it or in the members of a union, after an instant. */
  changes(id: string, after: number): TermsEdit[] {
    return this.#erasOf(id)
      .filter(era => era.from > after)
      .map(({ from, calendar }) => ({ at: from, calendar }))
  }

  /** Whether a calendar counts the time of another: itself, or a union it is in. */
  contains(id: string, member: string): boolean {
    return this.#membersOf(id).has(member)
  }

  #erasOf(id: string) {
    let eras = this.#eras.get(id)
    if (!eras) this.#eras.set(id, (eras = this.#read(id)))
    return eras
  }

  #read(id: string) {
    const members = this.#membersOf(id)
    const own = this.#versions.find(version => version.calendarId === id)!.from
    const edits = this.#versions.filter(version => members.has(version.calendarId)).map(version => version.from)
    const times = [...new Set(edits.map(from => Math.max(from, own)))].sort((a, b) => a - b)
    const hours = (from: number) => {
      const specs = this.#specsAt(from)
      return JSON.stringify([...members].map(member => specs.get(member)))
    }
    // Another name changes no hours.
    const changed = times.filter((from, i) => i === 0 || hours(from) !== hours(times[i - 1]!))
    return changed.map(from => ({ from, calendar: resolveCalendar(this.#specsAt(from), id, ref => this.#names.get(ref) ?? ref) }))
  }

  #specsAt(at: number): Map<string, CalendarSpec> {
    // Later versions overwrite earlier ones; a calendar that came later was never needed before.
    return new Map(this.#versions.filter(version => version.from <= at).map(({ calendarId, spec }) => [calendarId, spec]))
  }

  /** Every calendar that was ever a member, at any depth. */
  #membersOf(id: string, found = new Set<string>()): Set<string> {
    if (found.has(id)) return found
    found.add(id)
    for (const { calendarId, spec } of this.#versions) {
      if (calendarId === id) for (const member of spec.union ?? []) this.#membersOf(member, found)
    }
    return found
  }
}

const kept = new Map<string, { stamp: string; history: CalendarHistory }>()
const mostKept = 500

/** Read once and kept until a calendar of the organisation is edited: a sweep asks for it a thousand times a second. */
export async function calendarHistory(tx: Tx): Promise<CalendarHistory> {
  const stamp = await versionsStamp(tx)
  const known = kept.get(tx.org)
  if (known?.stamp === stamp) return known.history
  const history = new CalendarHistory(await allVersions(tx))
  if (kept.size >= mostKept) kept.clear()
  kept.set(tx.org, { stamp, history })
  return history
}
