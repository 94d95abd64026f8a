import type { Verb } from '../../kit/vocabulary.ts'
import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { findSurvey } from '../../surveys/server/surveyStore.ts'
import type { AlertKind } from '../alertKind.ts'
import type { When } from '../condition.ts'
import type { RouteStep } from '../../routing/route.ts'
import { whyRuleDoesNotFit } from '../ruleFit.ts'
import { readCalendars } from '../../routing/server/routingFacts.ts'
import { insertRule, lockRule, markRuleRemoved, stampRules, type StoredRule, updateRule } from './ruleStore.ts'
import { policyFor } from './policyOfRule.ts'
import { readTeams } from '../../routing/server/routingTeamStore.ts'

export interface NewRule {
  name: string
  survey: string
  kind: AlertKind
  when: When
  route: RouteStep[]
  policy?: string | null | undefined
  on: boolean
}

export async function addRule(tx: Tx, { on, ...wanted }: NewRule): Promise<string> {
  await checkFit(tx, wanted.survey, wanted.when)
  await checkRoute(tx, wanted.route)
  const policy = await policyFor(tx, wanted.policy)
  const rule: StoredRule = { ...wanted, policy, id: newId(), name: wanted.name.trim(), onSince: on ? tx.now : null }
  await insertRule(tx, rule)
  await saved(tx, rule, 'alert_rule.created', { name: rule.name, on })
  return rule.id
}

export interface RuleChange {
  name?: string | undefined
  kind?: AlertKind | undefined
  when?: When | undefined
  route?: RouteStep[] | undefined
  /** Null takes the promise back; alerts that have one keep it. */
  policy?: string | null | undefined
  on?: boolean | undefined
}

export async function changeRule(tx: Tx, id: string, { on, policy, ...change }: RuleChange): Promise<void> {
  const before = await lockRule(tx, id)
  if (!before) throw notFound('rule')
  if (change.when) await checkFit(tx, before.survey, change.when)
  if (change.route) await checkRoute(tx, change.route)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const onSince = on === undefined ? before.onSince : on ? (before.onSince ?? tx.now) : null
  const promised = policy === undefined || policy === before.policy ? before.policy : await policyFor(tx, policy)
  const after: StoredRule = { ...before, ...given, policy: promised, onSince }
  await updateRule(tx, after)
  const verb =
    onSince && !before.onSince
      ? 'alert_rule.switched_on'
      : !onSince && before.onSince
        ? 'alert_rule.switched_off'
        : 'alert_rule.changed'
  await saved(tx, after, verb, { before: told(before), after: told(after) })
}

export async function removeRule(tx: Tx, id: string): Promise<void> {
  const rule = await lockRule(tx, id)
  if (!rule) throw notFound('rule')
  await markRuleRemoved(tx, id)
  await saved(tx, rule, 'alert_rule.removed', { name: rule.name })
}

// A rule that asks for a question the survey does not have would wait for ever.
async function checkFit(tx: Tx, surveyId: string, when: When): Promise<void> {
  const survey = await findSurvey(tx, surveyId)
  if (!survey) throw badInput('survey', 'There is no such survey.')
  const wrong = whyRuleDoesNotFit(when, survey.draft.questions, survey.draft.anonymous)
  if (wrong) throw new AppError('bad_input', wrong.message, [wrong])
}

// A person may be imported later; a team or a calendar that is not there is a slip.
async function checkRoute(tx: Tx, route: readonly RouteStep[]): Promise<void> {
  const teams = route.flatMap(step => (step.to === 'team' ? [step.team] : []))
  for (const [name, team] of await readTeams(tx, teams)) if (!team) throw badInput('route', `There is no team “${name}”.`)
  const calendars = route.flatMap(({ when }) => when?.open ?? [])
  for (const calendar of (await readCalendars(tx, calendars)).values())
    if (!calendar) throw badInput('route', 'There is no such working calendar.')
}

const told = ({ name, kind, when, route, policy, onSince }: StoredRule) => ({
  name,
  kind,
  when,
  route,
  policy,
  on: onSince !== null,
})

async function saved(tx: Tx, rule: StoredRule, verb: Verb, detail: Record<string, unknown>): Promise<void> {
  await stampRules(tx)
  await record(tx, verb, { type: 'alert_rule', id: rule.id, also: [rule.survey] }, detail)
  announce(tx, 'alert-rules', rule.id)
}
