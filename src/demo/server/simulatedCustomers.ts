import { AppError } from '../../kit/errors.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { submitFromApi } from '../../responses/server/intake/submitFromApi.ts'
import { listSurveys } from '../../surveys/server/surveyStore.ts'
import { colleagues, lead } from '../company.ts'
import { accountOwners, type Customer, customers } from '../customers.ts'
import { relation, visit } from '../history.ts'
import type { PastAnswer } from '../pastAnswer.ts'
import { type Random, randomFrom } from '../../kit/random.ts'
import { demoSurveys } from '../surveys.ts'
import { countSimulated, findDemo, isOpenDemo, isWatched } from './demoStore.ts'

// Customers who go on answering while somebody watches: as real ones do, through the intake, rules and routing that everybody's answers take.

const A_MINUTE = 3
/** Somebody was in the demo so many minutes ago at most; nobody answers to an empty room. */
const WATCHED_FOR_MINUTES = 10
/** A window left open overnight fills no disk. */
const MOST_A_DAY = 500
export const SIMULATED = 'demo'

/**
 * `unhappy`: a business that may leave, looked after by the demo's user; `upset`: a household after a bad visit, whose depot will not
 * react, so that one sees an escalation; `delighted`: a business of the demo's user that praises a colleague; else whoever comes by.
 */
type CustomerMood = 'whoever' | 'unhappy' | 'upset' | 'delighted'

const customerComes = defineJob<{ mood: CustomerMood }>({
  name: 'demo.customer-comes',
  // Polled each second: they come one by one, not when somebody is woken.
  queue: 'steady',
  run: ({ inOrg }, { mood }) => inOrg(tx => comeAndAnswer(tx, mood)),
})

export const demoJobs = [customerComes]

/** Each minute, on one node: a few customers come by in the minute that follows. */
export const customersClock: Clock = {
  name: 'demo.customers',
  cron: '* * * * *',
  async run(database) {
    const demo = await database.inSystem(async tx => {
      const found = await findDemo(tx)
      return found && (await isWatched(tx, found.id, WATCHED_FOR_MINUTES)) ? found : undefined
    })
    if (demo)
      await inviteTo(database, demo.id, minute =>
        Array.from({ length: A_MINUTE }, (_, i) => ({
          key: `${minute} ${i}`,
          mood: 'whoever' as const,
          inSeconds: Math.random() * 55,
        })),
      )
  },
}

/** Whoever enters the demo does not wait: one customer answers at once, soon one who needs them, and then one who is grateful. */
export async function welcome(database: Database, org: string): Promise<void> {
  await inviteTo(database, org, minute => {
    const key = `welcome ${Math.floor(minute / 30)}`
    return [
      { key: `${key} 0`, mood: 'upset', inSeconds: 5 },
      { key: `${key} 1`, mood: 'unhappy', inSeconds: 35 },
      { key: `${key} 2`, mood: 'delighted', inSeconds: 75 },
    ]
  })
}

interface Coming {
  /** The same key comes once, whichever node asks. */
  key: string
  mood: CustomerMood
  inSeconds: number
}

async function inviteTo(database: Database, org: string, whom: (minute: number) => Coming[]): Promise<void> {
  await database.inOrg(org, systemCaller('demo.customers'), async tx => {
    if ((await countSimulated(tx, SIMULATED)) >= MOST_A_DAY) return
    const now = tx.now.getTime()
    for (const { key, inSeconds, mood } of whom(Math.floor(now / 60_000)))
      await enqueue(tx, customerComes, { mood }, { key, startAfter: new Date(now + inSeconds * 1000) })
  })
}

async function comeAndAnswer(tx: Tx, mood: CustomerMood): Promise<void> {
  // Removed in the meantime.
  if (!(await isOpenDemo(tx))) return
  const { survey, unit, segments, answers, customer } = answerNow(randomFrom(Math.floor(Math.random() * 2 ** 32)), mood)
  const { name } = demoSurveys()[survey]
  const live = (await listSurveys(tx, { limit: 100, archived: false, state: 'live' })).find(one => one.name === name)
  if (!live || !customer) return
  const said = {
    answers,
    person: { email: customer.email, name: customer.name },
    unit,
    source: SIMULATED,
    segments,
    locale: customer.locale,
  }
  await submitFromApi(tx, live.id, said).catch(error => {
    // The visitor has changed the survey or closed the unit: then this customer stays at home.
    if (!(error instanceof AppError)) throw error
  })
}

let everybody: readonly Customer[] | undefined

/** What somebody says who answers right now. */
export function answerNow(random: Random, mood: CustomerMood): PastAnswer {
  everybody ??= customers()
  const here = everybody
  if (mood === 'whoever') return visit(random.pick(here), 0, random)
  if (mood === 'upset') {
    const neighbours = here.filter(({ unit }) => unit === 'kelby')
    return until(
      () => visit(random.pick(neighbours), 0, random),
      ({ stars }) => Number(stars) <= 2,
    )
  }
  const owners = accountOwners(colleagues())
  const ours = here.filter(({ account }) => account !== null && owners.get(account) === lead.email)
  return until(
    () => relation(random.pick(ours), 0, random),
    ({ score, high }) => (mood === 'unhappy' ? Number(score) <= 5 : score === 10 && high !== undefined),
  )
}

function until(ask: () => PastAnswer, fits: (answers: PastAnswer['answers']) => boolean): PastAnswer {
  for (;;) {
    const answer = ask()
    if (fits(answer.answers)) return answer
  }
}
