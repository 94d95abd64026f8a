import { sendingWindowsBetween, type SendingHours } from './sendingHours.ts'

export interface PlannedInvitation {
  person: string
  at: Date
}

/**
 * Spreads invitations evenly over the sending hours of a window, so that answers come in all the time and nobody's help desk is flooded.
 * Who comes when is decided by a hash of `wave` (say, survey and round) and person: it looks random, and is the same on every node and
 * after every restart, whatever the order of `people`. Times are whole minutes. Null when nothing is open in the window.
 */
export function spreadInvitations(
  people: readonly string[],
  wave: string,
  from: Date,
  to: Date,
  hours: SendingHours,
): PlannedInvitation[] | null {
  const openings = sendingWindowsBetween(from, to, hours)
  const total = openings.reduce((sum, opening) => sum + opening.to - opening.from, 0)
  if (total === 0) return null
  const order = [...new Set(people)].map(person => ({ person, hash: hashOf(`${wave}/${person}`) })).sort(byHash)
  let [at, before] = [0, 0]
  return order.map(({ person }, i) => {
    const position = ((i + 0.5) / order.length) * total
    while (position >= before + openings[at]!.to - openings[at]!.from) {
      before += openings[at]!.to - openings[at]!.from
      at += 1
    }
    const exact = openings[at]!.from + position - before
    return { person, at: new Date(Math.max(openings[at]!.from, Math.floor(exact / 60_000) * 60_000)) }
  })
}

interface Hashed {
  person: string
  hash: number
}

const byHash = (a: Hashed, b: Hashed): number => a.hash - b.hash || (a.person < b.person ? -1 : 1)

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser, so that ids that differ in one digit lie far apart. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
