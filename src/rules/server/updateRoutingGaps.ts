// @words everybody
import { pathTo } from '../../kit/paths.ts'
import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { notify } from '../../notifications/server/notify.ts'
import { routingGapsOf } from '../routingGaps.ts'
import { ensureOrganisationOwner, readCalendars } from '../../routing/server/routingFacts.ts'
import { findStaffByEmail, readFormerMembers } from '../../routing/server/routingFactsStore.ts'
import { readPlacedUnits, replaceGaps } from './gapStore.ts'
import { readActiveRules } from './ruleStore.ts'
import { readTeams } from '../../routing/server/routingTeamStore.ts'

/** Where alerts of a rule would fall to the organisation's owner; the owner is told of new ones. */
export async function updateRoutingGaps(tx: Tx): Promise<void> {
  const rules = (await readActiveRules(tx, null))?.rules ?? []
  const steps = rules.flatMap(({ route }) => route)
  const owner = await ensureOrganisationOwner(tx).catch((error: unknown) => {
    // An organisation that is being taken down has nobody left to tell.
    if (error instanceof AppError) return null
    throw error
  })
  if (!owner) return
  const gaps = routingGapsOf(rules, await readPlacedUnits(tx), {
    named: await findStaffByEmail(
      tx,
      steps.flatMap(step => (step.to === 'person' ? [step.email] : [])),
    ),
    teams: await readTeams(
      tx,
      steps.flatMap(step => (step.to === 'team' ? [step.team] : [])),
    ),
    calendars: await readCalendars(
      tx,
      steps.flatMap(({ when }) => when?.open ?? []),
    ),
    gone: await readFormerMembers(tx),
    organisationOwner: owner,
  })
  const fresh = await replaceGaps(tx, gaps)
  if (fresh > 0)
    await notify(tx, {
      personId: owner.id,
      kind: 'other',
      text: t =>
        t('{n, plural, one {Alerts of # unit} other {Alerts of # units}} now come to you, because nobody else is there', {
          n: fresh,
        }),
      href: pathTo('/rules'),
      key: `gaps ${tx.now.toISOString()}`,
    })
  announce(tx, 'alert-rules', 'gaps')
}
