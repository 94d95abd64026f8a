import { record } from '../../activity/server/record.ts'
import { newId } from '../../kit/ids.ts'
import { coarseId, coarseTime } from '../../kit/server/coarse.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import type { Submitted } from '../../responses/submitted.ts'
import { evaluate, type Reason } from '../evaluate.ts'
import { headlineOf } from '../headline.ts'
import { decideOwner } from '../routing.ts'
import { rulesWatching } from './activeRules.ts'
import { readGround } from './ground.ts'
import { tellOwner } from './tell.ts'
import type { ActiveRule } from './ruleStore.ts'
import { insertAlert } from './stepStore.ts'

/**
 * Runs the rules in the response's own transaction: an acknowledged low score *is* an alert. Returns the ids of what was raised.
 * Costs one statement where no rule fires.
 */
export async function raiseAlerts(tx: Tx, response: Submitted): Promise<string[]> {
  const raised: string[] = []
  for (const rule of await rulesWatching(tx, response.surveyId)) {
    const reasons = evaluate(rule.when, response.answers)
    const id = reasons && (await raise(tx, rule, response, reasons))
    if (id) raised.push(id)
  }
  return raised
}

async function raise(tx: Tx, rule: ActiveRule, response: Submitted, reasons: Reason[]): Promise<string | null> {
  const { unitId, personId, surveyId, id: responseId, anonymous } = response
  // Of an anonymous answer the day is all that is kept, also by what follows from it: not its minute in an id, a row or a mail.
  const day = anonymous ? coarseTime(response.respondedAt) : null
  const { owner, path } = decideOwner(rule.route, await readGround(tx, rule.route, response))
  const headline = headlineOf(response.questionnaire.questions, response.answers, reasons)
  const alert = {
    id: day ? coarseId(day) : newId(),
    ruleId: rule.id,
    surveyId,
    responseId,
    unitId,
    personId,
    ownerId: owner.id,
    kind: rule.kind,
    path,
    reasons,
    headline,
    openedAt: day ?? tx.now,
  }
  if (!(await insertAlert(tx, alert))) return null
  // The record's own time, and that of the seal over it, would tell.
  if (!day)
    await record(
      tx,
      'alert.opened',
      { type: 'alert', id: alert.id, also: [personId, unitId, rule.id, owner.id] },
      { rule: rule.name, owner: owner.name, score: headline?.value },
    )
  await tellOwner(tx, alert.id, owner.id, day)
  announce(tx, 'alerts', alert.id)
  return alert.id
}
