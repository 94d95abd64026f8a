import { addRule, changeRule } from '../../rules/server/rules.ts'
import type { Tx } from '../../kit/server/db.ts'
import { addCalendar } from '../../sla/server/calendars.ts'
import { changeClocks } from '../../sla/server/clocks.ts'
import { addPolicy } from '../../sla/server/policies.ts'
import { accountPolicy, demoCalendar, PAST_RESOLVE, pastPolicy, visitPolicy } from '../promises.ts'
import { type DemoRule, freshRulesOf } from '../rules.ts'

interface PastPromises {
  calendar: string
  policy: string
}

/** What was promised long ago. */
export async function promisePast(tx: Tx): Promise<PastPromises> {
  const calendar = await addCalendar(tx, demoCalendar)
  return { calendar, policy: await addPolicy(tx, { ...pastPolicy, calendar }) }
}

/** Whatever of it nobody had kept by the time it was due is broken then, not when the demo opens. */
export const breakBy = (answered: number): number => answered - PAST_RESOLVE - 1
export const breakDue = (tx: Tx, id: string): Promise<void> => changeClocks(tx, { type: 'alert', id }, {})

/** What is promised from now on counts in minutes, as a visitor has them. */
export async function promiseFromNowOn(
  tx: Tx,
  calendar: string,
  rules: readonly string[],
  survey: Parameters<typeof freshRulesOf>[0],
): Promise<void> {
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
