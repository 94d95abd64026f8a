import { setImmediate as breathe } from 'node:timers/promises'
import { readComment, type Model, type Reading } from '../../comments/reading.ts'
import { modelFor } from '../../comments/server/model.ts'
import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { defineJob, enqueue, type Work } from '../../kit/server/queue.ts'
import { answersOf } from '../../responses/answerRows.ts'
import { SMALLEST_GROUP } from '../../metrics/disclosurePlan.ts'
import { disclosedUnitOf } from '../../responses/server/numbers/disclosedGroups.ts'
import { benjaminiHochberg } from '../../metrics/benjaminiHochberg.ts'
import { findSurvey } from '../../surveys/server/surveyStore.ts'
import { isScored, type Question } from '../../surveys/question.ts'
import { type Sign, signsOf, silenceOf } from '../condition.ts'
import { addToTally, emptyTally, type PastResponse, createRuleReplayer, type RuleReplayTally } from '../ruleReplay.ts'
import { decideOwner } from '../../routing/routing.ts'
import { type AlertTimes, type MissedPromiseCount, promiseTermsOf, replayPromise } from '../promiseReplay.ts'
import { calendarHistory } from '../../sla/server/calendarHistory.ts'
import { policyById } from '../../sla/server/policyStore.ts'
import { driftOf } from '../drift.ts'
import { alertTimesOf, latestAlertTimes } from './alertTimes.ts'
import { FALSE_DISCOVERIES, pointsOf } from './drifts.ts'
import { ensureOrganisationOwner, readRoutingFacts } from '../../routing/server/routingFacts.ts'
import {
  countPastResponses,
  endReplay,
  findReplay,
  insertReplay,
  type ReplayColumns,
  readNextPastResponses,
  type PastResponseRow,
  pastSilences,
  type StoredReplayResult,
  saveProgress,
  type StoredReplay,
} from './replayStore.ts'
import { lockRule } from './ruleStore.ts'

const BATCH = 10_000
const MOST_OWNERS = 50

/** Begins to try a rule on the past; the answer tells how far it is. */
export async function startReplay(tx: Tx, ruleId: string, { from, to }: { from: string; to: string }): Promise<string> {
  if (from > to) throw badInput('to', 'The last day lies before the first.')
  const rule = await lockRule(tx, ruleId)
  if (!rule) throw notFound('rule')
  await refuseFew(tx, rule.survey)
  const total = await countPastResponses(tx, rule.survey, from, to)
  const replay = { id: newId(), rule: rule.id, when: rule.when, route: rule.route, from, to, total }
  await insertReplay(tx, replay)
  await enqueue(tx, replayRule, { id: replay.id }, { key: replay.id })
  await record(tx, 'alert_rule.replayed', { type: 'alert_rule', id: rule.id }, { from, to, responses: total })
  return replay.id
}

/** A rule that was tried on a few anonymous answers would tell what they are. */
async function refuseFew(tx: Tx, survey: string): Promise<void> {
  const { anonymous } = (await findSurvey(tx, survey))!
  if (anonymous && (await countPastResponses(tx, survey, '0001-01-01', '9999-12-31')) < SMALLEST_GROUP)
    throw new AppError('conflict', 'So few have answered this anonymous survey that no rule can be tried on it yet.')
}

export async function cancelReplay(tx: Tx, id: string): Promise<void> {
  const replay = await findReplay(tx, id)
  if (!replay) throw notFound('replay')
  if (!(await endReplay(tx, id, 'cancelled', null))) throw new AppError('conflict', 'This replay is over already.')
  announce(tx, 'alert-replays', id)
}

/** Tried again after a crash it begins anew: it only reads. */
export const replayRule = defineJob<{ id: string }>({
  name: 'alerts.replay',
  queue: 'slow',
  run: async (work, { id }) => {
    const replay = await work.inOrg(tx => findReplay(tx, id))
    if (!replay) return
    const silence = silenceOf(replay.when)
    const tally = silence
      ? await work.inOrg(async tx => silencesOf(await pastSilences(tx, { ...replay, ...silence, segment: silence.segment })))
      : await goThrough(work, replay)
    if (!tally) return
    await work.inOrg(async tx => {
      await endReplay(tx, id, 'done', await resultOf(tx, replay, tally))
      announce(tx, 'alert-replays', id)
    })
  },
})

function silencesOf(found: Awaited<ReturnType<typeof pastSilences>>): RuleReplayTally {
  const tally = emptyTally()
  for (const { id, ...one } of found) addToTally(tally, { ...one, id, person: id, segments: {}, locale: null })
  // Nobody answered: there is nothing to open.
  return { ...tally, examples: [] }
}

/** Batch after batch, so that others get their turn and a cancelled one ends soon. Null when it was cancelled. */
async function goThrough(work: Work, replay: StoredReplay): Promise<RuleReplayTally | null> {
  const { questions, anonymous, model } = await work.inOrg(async tx => {
    const survey = await findSurvey(tx, replay.survey)
    return { questions: survey?.draft.questions ?? [], anonymous: survey?.anonymous ?? true, model: await modelFor(tx) }
  })
  const asRead = anonymous ? nameless(work, replay.survey) : async (past: PastResponse) => past
  const looks = looksOf(replay, questions)
  const fires = createRuleReplayer(replay.when, pointsIn(questions), judge)
  const tally = emptyTally()
  let after: { at: string; id: string } | null = null
  for (let seen = 0; ; ) {
    const rows: PastResponseRow[] = await work.inOrg(tx => readNextPastResponses(tx, { ...replay, looks, after, limit: BATCH }))
    for (const row of rows) {
      const past = pastOf(row, looks, model)
      const fired = fires(past)
      const read = fired && (await asRead(past))
      if (read && (fired.alone || read.unit === past.unit)) addToTally(tally, read)
      if (++seen % 1_000 === 0) await breathe()
    }
    const going = await work.inOrg(async tx => {
      announce(tx, 'alert-replays', replay.id)
      return saveProgress(tx, replay.id, seen)
    })
    if (!going) return null
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return tally
    after = { at: last.at, id: last.id }
  }
}

/** Of an anonymous answer an alert would tell no segment, and its unit only as raise.ts does: neither does who would own it. */
function nameless(work: Work, survey: string): (past: PastResponse) => Promise<PastResponse> {
  const known = new Map<string, string | null>()
  return async past => {
    const key = `${past.unit} ${past.day}`
    if (!known.has(key)) known.set(key, await work.inOrg(tx => disclosedUnitOf(tx, survey, past.unit, past.day)))
    return { ...past, unit: known.get(key)!, segments: {} }
  }
}

/** What the rule and its route look at. What is alike in all of that is routed once. */
function looksOf({ when, route }: Pick<StoredReplay, 'when' | 'route'>, questions: readonly Question[]): ReplayColumns {
  const signs = signsOf(when)
  const comments = signs.some(sign => 'comment' in sign)
  const texts = comments ? questions.filter(({ kind }) => kind === 'text').map(({ id }) => id) : []
  const asked = new Set([...signs.flatMap(questionsOf), ...texts])
  const scored = new Set(questions.filter(isScored).map(({ id }) => id))
  return {
    numbers: [...asked].filter(id => scored.has(id)),
    questions: [...asked].filter(id => !scored.has(id)),
    comments,
    account:
      route.some(({ to }) => to === 'account-owner') || signs.some(sign => 'series' in sign && sign.series.per === 'account'),
    segments: route.some(({ when }) => when?.segment),
  }
}

function questionsOf(sign: Sign): string[] {
  if ('series' in sign) return [sign.series.question]
  if ('trend' in sign) return [sign.trend.question]
  if ('several' in sign) return sign.several.questions
  return 'question' in sign ? [sign.question] : []
}

function pointsIn(questions: readonly Question[]) {
  const byId = new Map(questions.map(question => [question.id, pointsOf(question)]))
  return (id: string, value: number) => byId.get(id)?.(value) ?? 0
}

const judge: Parameters<typeof createRuleReplayer>[2] = ({ direction, minimum }, byUnit) => {
  const drifts = [...byUnit].map(([unit, days]) => ({ unit, drift: driftOf(days, direction, minimum) }))
  const judged = benjaminiHochberg(
    drifts.map(({ drift }) => drift?.p ?? 1),
    FALSE_DISCOVERIES,
  )
  return new Map(drifts.flatMap(({ unit, drift }, i) => (drift && judged[i]!.stands ? [[unit, drift] as const] : [])))
}

function pastOf({ id, day, unit, person, account, ...row }: PastResponseRow, looks: ReplayColumns, model: Model): PastResponse {
  const rows = (row.answers ?? []).map(([question, item, kind, number, text, choices]) => ({
    question,
    item,
    kind,
    number,
    text,
    choices,
  }))
  const answers = { ...answersOf(rows) }
  for (const [i, question] of looks.numbers.entries()) if (row[`n${i}`] != null) answers[question] = row[`n${i}`]!
  const readings = new Map<string, Reading>()
  if (looks.comments)
    for (const { question, text } of rows) if (text) readings.set(question, readingOf(question, text, row, model))
  return { id, day, unit, person, account, segments: row.segments ?? {}, locale: row.locale, answers, readings }
}

/** As it was read already, else read now. */
function readingOf(
  question: string,
  text: string,
  { readings, locale }: Pick<PastResponseRow, 'readings' | 'locale'>,
  model: Model,
): Reading {
  const known = readings?.find(([id]) => id === question)
  if (!known) return readComment(model, text, undefined, locale ?? undefined)
  const [, negative, themes, leaving, call, language] = known
  const found = model.themes.filter(({ id }) => themes.includes(id)).map(({ id, name }) => ({ id, name, confidence: 1 }))
  return { language, lexicon: true, sentiment: 0, negative, doubt: 0, themes: found, leaving, call, evidence: [] }
}

async function resultOf(tx: Tx, { route, policy }: StoredReplay, tally: RuleReplayTally): Promise<StoredReplayResult> {
  const owners = new Map<string, { id: string; name: string; n: number }>()
  const last = await ensureOrganisationOwner(tx)
  let unowned = 0
  const others = new Map<string, number>()
  const own: AlertTimes[] = []
  for (const { unit, person, n, responses, ...about } of tally.grounds.values()) {
    const { owner, path } = decideOwner(route, await readRoutingFacts(tx, route, { ...about, unitId: unit, personId: person }))
    const known = owners.get(owner.id)
    owners.set(owner.id, { ...owner, n: (known?.n ?? 0) + n })
    const real = policy ? await alertTimesOf.call(tx, responses) : []
    own.push(...real)
    others.set(owner.id, (others.get(owner.id) ?? 0) + n - real.length)
    if (owner.id === last.id && path.at(-1)?.fallback) unowned += n
  }
  return {
    alerts: tally.alerts,
    weeks: [...tally.weeks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, n]) => ({ from, n })),
    owners: [...owners.values()].sort((a, b) => b.n - a.n).slice(0, MOST_OWNERS),
    unowned,
    examples: tally.examples,
    promises: await missedPromises(tx, policy, { own, others }),
  }
}

/** By how alerts really went: their own course where there was one, else that of their owner’s other alerts. */
async function missedPromises(
  tx: Tx,
  policyId: string | null,
  found: { own: readonly AlertTimes[]; others: ReadonlyMap<string, number> },
): Promise<MissedPromiseCount[]> {
  const policy = policyId === null ? undefined : await policyById(tx, policyId)
  if (!policy) return []
  const now = tx.now.getTime()
  const calendar = (await calendarHistory(tx)).at(policy.calendarId, now)
  const known = await latestAlertTimes.call(tx)
  return promiseTermsOf(policy.content.targets).map(promised => replayPromise(promised, { ...found, known }, calendar, now))
}
