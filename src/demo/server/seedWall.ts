import { callerOfUser } from '../../accounts/server/identify.ts'
import { thank } from '../../alerts/server/thanks.ts'
import { applaud, reuse, sharePractice } from '../../alerts/server/wall.ts'
import type { Tx } from '../../kit/server/db.ts'
import { colleagues } from '../company.ts'
import type { DemoPractice } from '../practices.ts'
import type { Seeded } from './seedAnswers.ts'

interface Praised {
  id: string
  answer: Pick<Seeded, 'unit' | 'customer'>
  owner: { name: string }
}

const crewOf = ({ answer, owner }: Praised) =>
  colleagues().find(({ unit, name }) => unit === answer.unit && name !== owner.name)?.email

/** Thanks whoever works at the depot besides its manager; where nobody else is known, the manager says it in person. */
export async function thankFor(tx: Tx, praised: Praised, message: string): Promise<void> {
  const crew = crewOf(praised)
  if (crew) await thank(tx, praised.id, crew, message)
}

/** Shares the next practice for what a customer praised, until all of them hang there. */
export type Wall = (tx: Tx, praised: Praised) => Promise<void>

export function wallOf(practices: readonly DemoPractice[]): Wall {
  const left = [...practices]
  return async (tx, praised) => {
    // Everybody should be able to read what the customer said.
    if (praised.answer.customer?.locale !== 'en') return
    const next = left.shift()
    if (next) await share(tx, praised, next)
  }
}

async function share(tx: Tx, praised: Praised, { applause, reused, ...practice }: DemoPractice): Promise<void> {
  const colleague = crewOf(praised)
  const id = await sharePractice(tx, praised.id, { ...practice, quote: true, agreed: false, ...(colleague && { colleague }) })
  const staff = colleagues().filter(({ name }) => name !== praised.owner.name)
  const as = (name: string, key: string): Tx => ({ ...tx, caller: callerOfUser(key, name, 'manager', null) })
  // Other people for each practice, so that not always the same ones applaud.
  for (let i = 0; i < applause; i++) {
    const { name, id: key } = staff[(i * 7 + practice.title.length) % staff.length]!
    await applaud(as(name, key), id, true)
  }
  for (const { depot, note } of reused) {
    const { name, id: key } = staff.find(({ unit, manages }) => unit === depot && manages) ?? staff[0]!
    await reuse(as(name, key), id, titleOf(depot), note)
  }
}

const titleOf = (depot: string) => depot[0]!.toUpperCase() + depot.slice(1)
