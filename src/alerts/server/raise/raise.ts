import { coarseTime } from '../../../kit/server/coarse.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { dayIn } from '../../../people/day.ts'
import { disclosedUnitOf } from '../../../responses/server/numbers/disclosedGroups.ts'
import type { SubmittedResponse } from '../../../responses/submitted.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { type SeriesSubject, signsOf } from '../../../rules/condition.ts'
import { evaluate, isLasting, type Reason, withoutUnit } from '../../../rules/evaluate.ts'
import { headlineOf } from '../../headline.ts'
import { rulesWatching } from '../../../rules/server/activeRules.ts'
import { lockSubject } from '../../../rules/server/factStore.ts'
import { gatherFacts } from '../../../rules/server/facts.ts'
import { openAlert } from './openAlert.ts'
import { hasWaiting } from './waitingStore.ts'
import type { OpenedAlert } from '../store/alertSummaryStore.ts'
import type { ActiveRule } from '../../../rules/server/ruleStore.ts'
import { notifyOwners } from '../notify/notifyOwners.ts'

/**
 * Runs the rules in the response's own transaction: an acknowledged low score *is* an alert. Returns the ids of what was raised.
 * Costs one statement where no rule fires.
 */
export async function raiseAlerts(tx: Tx, response: SubmittedResponse): Promise<string[]> {
  const rules = await rulesWatching(tx, response.surveyId)
  const facts = await gatherFacts(tx, rules, response)
  const fired = rules.flatMap(rule => {
    const reasons = evaluate(rule.when, facts)
    return reasons ? [{ rule, reasons }] : []
  })
  if (fired.length === 0) return []
  const told = response.anonymous ? await asTold(tx, response) : response
  const raised: OpenedAlert[] = []
  for (const { rule, reasons: all } of fired) {
    const reasons = told.unitId === response.unitId ? all : evaluate(rule.when, withoutUnit(facts))
    if (!reasons || (await isWaiting(tx, rule, told, reasons))) continue
    const opened = await raise(tx, rule, told, reasons, told.unitId !== response.unitId)
    if (opened) raised.push(opened)
  }
  await notifyOwners(tx, raised, dayKept(told))
  return raised.map(({ id }) => id)
}

/**
 * Whoever reads an alert reads one answer. Of an anonymous one they learn no segment, and only a unit in which so many answered that day
 * that nobody stands out (docs/decisions/051).
 */
async function asTold(tx: Tx, response: SubmittedResponse): Promise<SubmittedResponse> {
  const day = dayIn((await readOwnOrganisation(tx)).zone, response.respondedAt)
  return { ...response, segments: {}, unitId: await disclosedUnitOf(tx, response.surveyId, response.unitId, day) }
}

/** What goes on for a while has one alert until somebody has closed it. */
async function isWaiting(tx: Tx, rule: ActiveRule, { personId, unitId }: SubmittedResponse, reasons: Reason[]): Promise<boolean> {
  if (!isLasting(reasons)) return false
  const drift = reasons.some(reason => 'drift' in reason)
  const pers = signsOf(rule.when).flatMap((sign): SeriesSubject[] =>
    'series' in sign ? [sign.series.per] : 'trend' in sign ? ['unit'] : [],
  )
  const per = pers.includes('unit') ? 'unit' : (pers[0] ?? 'unit')
  const subject = per === 'unit' ? unitId : personId
  if (!subject) return false
  // An account has several people who may answer at once.
  await lockSubject(tx, rule.id, per === 'account' ? 'accounts' : subject)
  return hasWaiting(tx, rule.id, per, subject, drift)
}

async function raise(
  tx: Tx,
  rule: ActiveRule,
  response: SubmittedResponse,
  reasons: Reason[],
  veiled: boolean,
): Promise<OpenedAlert | null> {
  const { unitId, personId, surveyId, id: responseId, segments, locale } = response
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
    veiled,
    day: dayKept(response),
  })
}

// Of an anonymous answer the day is all that is kept, also by what follows from it: not its minute in an id, a row or a mail.
const dayKept = ({ anonymous, respondedAt }: SubmittedResponse): Date | null => (anonymous ? coarseTime(respondedAt) : null)
