import { addRule, changeRule } from '../../alerts/server/rules.ts'
import type { Tx } from '../../kit/server/db.ts'
import { addCalendar } from '../../sla/server/calendars.ts'
import { addPolicy } from '../../sla/server/policies.ts'
import { accountPolicy, demoCalendar, visitPolicy } from '../promises.ts'
import { type DemoRule, freshRulesOf } from '../rules.ts'

/** What is promised counts in minutes, and only for what comes from now on: nobody worked the past by the minute. */
export async function promiseFromNowOn(
  tx: Tx,
  rules: readonly string[],
  survey: Parameters<typeof freshRulesOf>[0],
): Promise<void> {
  const calendar = await addCalendar(tx, demoCalendar)
  const [visits, accounts] = [
    await addPolicy(tx, { ...visitPolicy, calendar }),
    await addPolicy(tx, { ...accountPolicy, calendar }),
  ]
  const [visit, account] = rules
  await changeRule(tx, visit!, { policy: visits })
  await changeRule(tx, account!, { policy: accounts })
  // Praise has the time that it always has.
  const policyOf = ({ survey: of, kind }: Pick<DemoRule, 'survey' | 'kind'>) =>
    kind === 'excellence' ? undefined : of === survey.visit ? visits : accounts
  for (const rule of freshRulesOf(survey)) await addRule(tx, { ...rule, policy: policyOf(rule), on: true })
}
