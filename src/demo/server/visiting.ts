import { startSession } from '../../accounts/server/signIn/startSession.ts'
import { callerOfUser } from '../../accounts/server/signIn/identify.ts'
import { insertMember } from '../../accounts/server/members/memberStore.ts'
import { isSetUp } from '../../accounts/server/orgStore.ts'
import { removeOrg } from '../../accounts/server/orgs/removeOrg.ts'
import { record } from '../../activity/server/record.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import type { Database } from '../../kit/server/db.ts'
import type { Context, Identity } from '../../kit/server/http/context.ts'
import { lead } from '../company.ts'
import type { MakingStep } from '../making.ts'
import { makingOf } from './progress.ts'
import { welcome } from './simulatedCustomers.ts'
import { seedDemo } from './seed.ts'
import { type DemoOrg, demoLogin, findDemo, isMember, leadHome, markGoing, standFor, visitIn } from './demoStore.ts'

/** Whether there is a demo, and what the caller may do with it. */
export interface DemoState {
  exists: boolean
  setUpNeeded: boolean
  mayExplore: boolean
  mayRemove: boolean
  /** While it is being made, by whoever asked for it first. */
  making: { percent: number; step: MakingStep } | null
}

export async function stateFor({ database, identity }: Pick<Context, 'database' | 'identity'>): Promise<DemoState> {
  const [demo, setUpNeeded] = await database.inSystem(async tx => [await findDemo(tx), !(await isSetUp(tx))])
  return {
    exists: demo !== undefined,
    setUpNeeded,
    mayExplore: setUpNeeded || isOperator(identity),
    mayRemove: demo !== undefined && mayRemove(identity, demo, setUpNeeded),
    making: demo ? null : await makingOf(database),
  }
}

// A key cannot look around: what is explored is the console.
const isOperator = (identity: Identity | undefined): boolean => Boolean(identity?.operator && identity.userId)

const mayRemove = (identity: Identity | undefined, demo: DemoOrg, setUpNeeded: boolean): boolean =>
  Boolean(identity && (identity.operator || (setUpNeeded && identity.org === demo.id)))

/** Into the demo, made now if need be: as its head of feedback while there is no organisation of one's own, as oneself for the operator. */
export async function explore(context: Context): Promise<void> {
  const { database, identity, request } = context
  const { mayExplore, setUpNeeded } = await stateFor(context)
  if (!mayExplore)
    throw new AppError('forbidden', 'Only the operator of this installation opens the demo organisation. Ask them to.')
  const org = await seedDemo(database, words => request.log.info(words))
  if (setUpNeeded) await enterAsLead(context, org)
  else await enterAsSelf(database, identity!, org)
  await welcome(database, org)
}

async function enterAsLead(context: Context, org: string): Promise<void> {
  const login = await context.database.inSystem(tx => demoLogin(tx, org, lead.email))
  if (!login)
    throw new AppError('not_allowed_now', 'The demo organisation has nobody to be any more. Remove it, then explore it anew.')
  await startSession(context, login, 'demo')
}

async function enterAsSelf(database: Database, { userId, sessionId, caller }: Identity, org: string): Promise<void> {
  await database.inOrg(org, callerOfUser(userId!, caller.name, 'owner', null), async tx => {
    if (!(await isMember(tx, userId!))) {
      await insertMember(tx, userId!, 'owner')
      await record(tx, 'demo.entered', { type: 'org', id: org, also: [userId] }, {})
    }
    await standFor(tx, lead.email, userId!)
  })
  await database.inSystem(tx => visitIn(tx, sessionId!, org))
}

/** Removes the demo at once: nothing in it is anybody's. */
export async function remove(context: Context): Promise<void> {
  const { database, identity } = context
  const [demo, setUpNeeded] = await database.inSystem(async tx => [await findDemo(tx), !(await isSetUp(tx))])
  if (!demo) throw notFound('demo organisation')
  if (!mayRemove(identity, demo, setUpNeeded))
    throw new AppError('forbidden', 'Only the operator of this installation removes the demo organisation.')
  await database.inOrg(demo.id, identity!.caller, markGoing)
  await database.inSystem(tx => leadHome(tx, demo.id))
  await removeOrg(database, demo.id)
}
