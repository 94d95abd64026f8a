import { coarseTime } from '../../kit/server/coarse.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Submitted } from '../../responses/submitted.ts'
import { type Per, signsOf } from '../condition.ts'
import { evaluate, isLasting, type Reason } from '../evaluate.ts'
import { headlineOf } from '../headline.ts'
import { rulesWatching } from './activeRules.ts'
import { hasWaiting, lockSubject } from './factStore.ts'
import { gatherFacts } from './facts.ts'
import { openAlert } from './open.ts'
import type { ActiveRule } from './ruleStore.ts'

/**
 * Runs the rules in the response's own transaction: an acknowledged low score *is* an alert. Returns the ids of what was raised.
 * Costs one statement where no rule fires.
 */
export async function raiseAlerts(tx: Tx, response: Submitted): Promise<string[]> {
  const raised: string[] = []
  const rules = await rulesWatching(tx, response.surveyId)
  const facts = await gatherFacts(tx, rules, response)
  for (const rule of rules) {
    const reasons = evaluate(rule.when, facts)
    if (!reasons || (await isWaiting(tx, rule, response, reasons))) continue
    const id = await raise(tx, rule, response, reasons)
    if (id) raised.push(id)
  }
  return raised
}

/** What goes on for a while has one alert until somebody has closed it. */
async function isWaiting(tx: Tx, rule: ActiveRule, { personId, unitId }: Submitted, reasons: Reason[]): Promise<boolean> {
  if (!isLasting(reasons)) return false
  const drift = reasons.some(reason => 'drift' in reason)
  const pers = signsOf(rule.when).flatMap((sign): Per[] =>
    'series' in sign ? [sign.series.per] : 'trend' in sign ? ['unit'] : [],
  )
  const per = pers.includes('unit') ? 'unit' : (pers[0] ?? 'unit')
  const subject = per === 'unit' ? unitId : personId
  if (!subject) return false
  // An account has several people who may answer at once.
  await lockSubject(tx, rule.id, per === 'account' ? 'accounts' : subject)
  return hasWaiting(tx, rule.id, per, subject, drift)
}

async function raise(tx: Tx, rule: ActiveRule, response: Submitted, reasons: Reason[]): Promise<string | null> {
  const { unitId, personId, surveyId, id: responseId, anonymous, respondedAt, segments, locale } = response
  return openAlert(tx, rule, {
    surveyId,
    responseId,
    unitId,
    personId,
    reasons,
    headline: headlineOf(response.questionnaire.questions, response.answers, reasons),
    occasion: null,
    segments,
    locale,
    // Of an anonymous answer the day is all that is kept, also by what follows from it: not its minute in an id, a row or a mail.
    day: anonymous ? coarseTime(respondedAt) : null,
  })
}
