import { callerOfUser } from '../../accounts/server/signIn/identify.ts'
import { thank } from '../../wall/server/thanks.ts'
import { applaud, reuse, sharePractice } from '../../wall/server/wall.ts'
import type { Tx } from '../../kit/server/db.ts'
import { colleagues } from '../company.ts'
import type { DemoPractice } from '../practices.ts'
import type { SeededAnswer } from './seedAnswers.ts'

interface Praised {
  id: string
  answer: Pick<SeededAnswer, 'unit' | 'answers'>
  owner: { name: string }
}

const crewOf = ({ answer, owner }: Praised) =>
  colleagues().find(({ unit, name }) => unit === answer.unit && name !== owner.name)?.email

/** Thanks whoever works at the depot besides its manager; where nobody else is known, the manager says it in person. */
export async function thankFor(tx: Tx, praised: Praised, message: string): Promise<void> {
  const crew = crewOf(praised)
  if (crew) await thank(tx, praised.id, crew, message)
}

/** Shares what others can learn from this praise, each lesson once. */
export type Wall = (tx: Tx, praised: Praised) => Promise<void>

export function wallOf(practices: readonly DemoPractice[]): Wall {
  const left = new Set(practices)
  return async (tx, praised) => {
    const words = String(praised.answer.answers['comment'] ?? '')
    const next = [...left].find(practice => words.includes(practice.praised))
    if (!next) return
    left.delete(next)
    await share(tx, praised, next)
  }
}

async function share(tx: Tx, praised: Praised, { title, story, theme, applause, reused }: DemoPractice): Promise<void> {
  const colleague = crewOf(praised)
  const lesson = { title, story, theme, quote: true, agreed: false }
  const id = await sharePractice(tx, praised.id, { ...lesson, ...(colleague && { colleague }) })
  const staff = colleagues().filter(({ name }) => name !== praised.owner.name)
  const as = ({ name, id: key }: { name: string; id: string }): Tx => ({
    ...tx,
    caller: callerOfUser(key, name, 'manager', null),
  })
  // Other people for each practice, so that not always the same ones applaud.
  for (let i = 0; i < applause; i++) await applaud(as(staff[(i * 7 + title.length) % staff.length]!), id, true)
  for (const { depot, note } of reused) {
    const manager = staff.find(({ unit, manages }) => unit === depot && manages)
    if (manager) await reuse(as(manager), id, titleOf(depot), note)
  }
}

const titleOf = (depot: string) => depot[0]!.toUpperCase() + depot.slice(1)
