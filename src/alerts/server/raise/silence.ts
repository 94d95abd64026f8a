import { systemCaller } from '../../../kit/caller.ts'
import type { Database } from '../../../kit/server/db.ts'
import { activeOrgs, type Clock } from '../../../kit/server/queue.ts'
import { silenceOf } from '../../../rules/condition.ts'
import { openAlert } from './openAlert.ts'
import { readActiveRules } from '../../../rules/server/ruleStore.ts'
import { findSilent } from './silenceStore.ts'
import { notifyOwners } from '../notify/notifyOwners.ts'

/** Alerts that one rule raises in one sweep, the longest silent first: a rule switched on late should not flood anybody. */
const MOST = 100

/** Looks each hour for contacts who have been silent for as long as a rule says. */
export const silenceClock: Clock = {
  name: 'alerts.silence',
  cron: '23 * * * *',
  run: async database => {
    for (const org of await database.inSystem(activeOrgs)) await sweepSilence(database, org)
  },
}

/** Each silence raises one alert, on however many nodes this runs. */
export const sweepSilence = (database: Database, org: string): Promise<void> =>
  database.inOrg(org, systemCaller('alerts.silence'), async tx => {
    for (const rule of (await readActiveRules(tx, null))?.rules ?? []) {
      const silence = silenceOf(rule.when)
      if (!silence) continue
      const before = new Date(tx.now.getTime() - silence.days * 86_400_000)
      for (const one of await findSilent(tx, {
        rule: rule.id,
        survey: rule.survey,
        before,
        segment: silence.segment,
        most: MOST,
      })) {
        const opened = await openAlert(tx, rule, {
          surveyId: rule.survey,
          responseId: null,
          unitId: one.unit,
          personId: one.person,
          reasons: [{ silence: { days: silence.days, since: one.since?.toISOString().slice(0, 10) ?? null } }],
          headline: null,
          occasion: one.occasion,
          segments: {},
          locale: null,
          day: null,
        })
        if (opened) await notifyOwners(tx, [opened], null)
      }
    }
  })
