import type { PastAnswer } from './pastAnswer.ts'
import { randomFrom } from '../kit/random.ts'
import type { DemoSurvey } from './surveys.ts'

const DAY = 1_440

/** Somebody who was asked: `who` is one of the answers, of the same or of another person; answered so many minutes ago, or never. */
export interface DemoInvitation<A extends PastAnswer> {
  survey: DemoSurvey
  /** One of several times that all were asked. */
  turn: number
  who: A
  sentMinutesAgo: number
  answeredMinutesAgo: number | null
}

/** Of those asked by mail about so many in a hundred answer. */
const answering: Partial<Record<DemoSurvey, number>> = { visit: 0.36, relationship: 0.29 }

/** Who was asked is left alone for so long. */
const PEACE = 30 * DAY

/** The invitations behind the answers that came by mail, and those that nobody answered. Each person once in a turn. */
export function invitationsFor<A extends PastAnswer>(answers: readonly A[], byMail: (answer: A) => boolean): DemoInvitation<A>[] {
  const random = randomFrom(37)
  const named = answers.filter(({ customer }) => customer !== null)
  const asked = new Map<string, DemoInvitation<A>>()
  const times = new Map<string, number[]>()
  const ask = (one: DemoInvitation<A>) => {
    const key = `${one.survey} ${one.turn} ${one.who.customer!.email}`
    if (asked.has(key)) return
    asked.set(key, one)
    const { email } = one.who.customer!
    times.set(email, [...(times.get(email) ?? []), one.sentMinutesAgo])
  }
  const ways = named.flatMap(answer => {
    const rate = answering[answer.survey]
    if (rate === undefined || !byMail(answer)) return []
    // A day or two after the visit, at some hour; people answer within the day.
    const sentMinutesAgo = answer.minutesAgo + 60 + random.below(20 * 60)
    return [{ answer, rate, sentMinutesAgo, turn: Math.floor(sentMinutesAgo / DAY) }]
  })
  for (const { answer, sentMinutesAgo, turn } of ways)
    ask({ survey: answer.survey, turn, who: answer, sentMinutesAgo, answeredMinutesAgo: answer.minutesAgo })
  const isAtPeace = (who: A, at: number) => (times.get(who.customer!.email) ?? []).every(time => Math.abs(time - at) > PEACE)
  for (const { answer, rate, sentMinutesAgo, turn } of ways)
    for (let left = 1 / rate - 1; left > random.next(); left--) {
      const who = Array.from({ length: 4 }, () => random.pick(named)).find(one => isAtPeace(one, sentMinutesAgo))
      if (who) ask({ survey: answer.survey, turn, who, sentMinutesAgo, answeredMinutesAgo: null })
    }
  return [...asked.values()]
}
