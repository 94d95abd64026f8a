import { callerOfUser } from '../../accounts/server/signIn/identify.ts'
import { insertLogin, findLogin } from '../../accounts/server/signIn/loginStore.ts'
import { tellJoined } from '../../accounts/server/members/memberJoined.ts'
import { insertMember } from '../../accounts/server/members/memberStore.ts'
import { insertOrg, saveOrg } from '../../accounts/server/orgStore.ts'
import { newOrgCode } from '../../accounts/server/secret.ts'
import { record } from '../../activity/server/record.ts'
import { newId } from '../../kit/ids.ts'
import { writeCsv } from '../../kit/server/csv.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { importPeople } from '../../people/server/importing/importPeople.ts'
import { importUnits } from '../../people/server/importing/importUnits.ts'
import { addCause } from '../../causes/server/causes.ts'
import { causeTree } from '../causes.ts'
import { colleagues, company, lead } from '../company.ts'
import { accountOwners, customers } from '../customers.ts'
import { peopleRows, unitRows } from '../samples.ts'
import { DAYS } from '../story.ts'
import { tellerOf } from './progress.ts'
import { seedAlerts } from './seedAlerts.ts'
import { seedAnswers } from './seedAnswers.ts'
import { seedInvitations } from './seedInvitations.ts'
import { findDemo, lockMaking, ownAccounts, settlePast } from './demoStore.ts'

/** Told while the demo is made. */
export type Say = (words: string) => void

const DAY = 86_400_000

/**
 * Makes the demo organisation unless it is there, in one transaction: whoever ends the process half-way leaves nothing behind.
 * Returns its id.
 */
export async function seedDemo(database: Database, say: Say): Promise<string> {
  const there = await database.inSystem(findDemo)
  if (there) return there.id
  const [org, userId] = [newId(), newId()]
  const began = Date.now()
  const made = await database.inOrg(org, callerOfUser(userId, lead.name, 'owner', null), async tx => {
    await lockMaking(tx)
    // Seen from outside this transaction: somebody may have made it while we waited.
    const other = await database.inSystem(findDemo)
    if (other) return other.id
    await make(tx, userId, say)
    return org
  })
  say(`The demo organisation is ready (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return made
}

async function make(tx: Tx, userId: string, say: Say): Promise<void> {
  const founded: Tx = { ...tx, now: new Date(tx.now.getTime() - (DAYS + 7) * DAY) }
  await found(founded, userId)
  const tell = tellerOf(tx)
  await tell('people')
  say('Demo: four regions, forty units, their people and customers')
  await importUnits(founded, writeCsv(unitRows()), { dryRun: false })
  await importPeople(founded, writeCsv(peopleRows()), { dryRun: false, liftErasures: false, units: 'none' })
  await tellJoined(founded, { userId, ...lead })
  await ownAccounts(founded, accountOwners(colleagues()))
  const causes = await plantCauses(founded)
  await tell('answers')
  say('Demo: eighteen months of answers')
  const seeded = await seedAnswers(tx, founded, customers(), tell)
  await seedInvitations(tx, seeded)
  await tell('alerts')
  say('Demo: alerts, and how their loops were closed')
  await seedAlerts(tx, seeded, causes, tell)
  await settlePast(tx)
}

async function found(tx: Tx, userId: string): Promise<void> {
  await insertOrg(tx, { code: newOrgCode(), name: company.name })
  await saveOrg(tx, company.name, { demo: true, zone: 'Europe/London', locale: 'en', locales: ['en', 'de', 'ar'] })
  const fresh = await insertLogin(tx, { id: userId, ...lead, passwordHash: null, operator: false })
  if (!fresh) throw new Error(`Somebody has the address ${lead.email}: ${(await findLogin(tx, lead.email))?.id}`)
  await insertMember(tx, userId, 'owner')
  await record(tx, 'org.created', { type: 'org', id: tx.org, also: [userId] }, { name: company.name })
}

/** By name: all names of the demo's tree differ. */
async function plantCauses(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [name, below] of Object.entries(causeTree)) {
    const parent = await addCause(tx, name, null)
    for (const one of below) ids.set(one, await addCause(tx, one, parent))
  }
  return ids
}
