import { ownZone } from '../../accounts/server/orgStore.ts'
import { callerOfUser } from '../../accounts/server/signIn/identify.ts'
import { permissionsOf, type Role } from '../../accounts/permissions.ts'
import { systemCaller } from '../../kit/caller.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { translator } from '../../kit/translator.ts'
import { mailSettings } from '../../mail/server/mailSettings.ts'
import { quietUntil } from '../../notifications/quietHours.ts'
import { wantsDigest } from '../../notifications/server/digestStore.ts'
import { readQuiet } from '../../notifications/server/quietStore.ts'
import { readOwnOrganisation } from '../../surveys/server/publicOrganisation.ts'
import { dueDigest, weekBefore } from '../digestTime.ts'
import { today } from '../../people/server/today.ts'
import { type DigestData, type DigestSurvey, digestSubject } from '../digestMail.ts'
import { mondayOf, plusDays } from '../../people/period.ts'
import { type SurveyDigest, digestOf } from './digest.ts'
import { digestOffToken } from './digestOffRoutes.ts'
import { busiestSurveys, type DigestReader, digestReaders, readReader } from './digestStore.ts'

/** So many weeks of the score's course. */
const WEEKS = 12
const OTHERS = 3

/** The digest of one colleague: what happened last week in the units they may see. The key of the mail makes it one, whoever runs this. */
export const mailDigest = defineJob<{ userId: string; monday: string }>({
  name: 'insights.digest',
  queue: 'slow',
  async run({ database, org, inOrg }, { userId, monday }) {
    const reader = await inOrg(async tx => ((await wantsDigest(tx, userId)) ? readReader(tx, userId) : undefined))
    if (!reader || !mayRead(reader)) return
    const { name, role, units } = reader
    const data = await database.readInOrg(org, callerOfUser(userId, name, role, units), tx => composeDigest(tx, monday))
    if (data) await inOrg(tx => postDigest(tx, reader, data, `digest ${userId} ${monday}`))
  },
})

const mayRead = ({ role }: { role: Role }): boolean => permissionsOf(role).has('insights.read')

/** To yourself, now: the last whole week, or the one that runs where that was silent. */
export async function previewDigest(tx: Tx, userId: string): Promise<string> {
  const reader = await readReader(tx, userId)
  if (!reader) throw notFound('colleague')
  const monday = mondayOf(await today(tx))
  const data = (await composeDigest(tx, monday)) ?? (await composeDigest(tx, plusDays(monday, 7)))
  if (!data)
    throw new AppError(
      'not_allowed_now',
      'Nobody answered this week or the week before, and no alert was opened: there is no week to tell.',
    )
  await postDigest(tx, reader, data, `digest preview ${newId()}`, false)
  return reader.email
}

async function postDigest(tx: Tx, { userId, name, email, locale }: DigestReader, data: DigestData, key: string, bulk = true) {
  const t = translator(locale ?? 'en')
  const { code } = await readOwnOrganisation(tx)
  const stop = `${mailSettings.call().publicUrl}/digest/${digestOffToken(code, userId)}`
  await post(tx, {
    kind: 'mail',
    key,
    bulk,
    // Whoever asked for it now waits for it; on Mondays it keeps out of quiet hours as everything else does.
    ...(bulk && { notBefore: quietUntil(await readQuiet(tx, userId), tx.now) }),
    payload: {
      to: email,
      name,
      subject: digestSubject(data, t),
      locale: t.locale,
      template: 'digest',
      unsubscribe: stop,
      data: { ...data, stop },
    },
  })
}

/** Null where nothing happened that is worth a mail. */
export async function composeDigest(tx: Tx, monday: string): Promise<DigestData | null> {
  const { from, to } = weekBefore(monday)
  const [first, ...rest] = await busiestSurveys(tx, plusDays(from, -7), to, OTHERS + 1)
  if (!first) return null
  const course = await digestOf(tx, { survey: first, from: plusDays(monday, -7 * WEEKS), to })
  const main = told(first, await digestOf(tx, { survey: first, from, to }), course)
  if (main.responses === 0 && (main.alerts?.opened ?? 0) === 0) return null
  const others = []
  for (const id of rest) {
    const { survey, metric, score, change, responses } = await digestOf(tx, { survey: id, from, to })
    if (responses > 0) others.push({ id, name: survey, metric, score, change, responses })
  }
  return { from, to, main, others }
}

const told = (id: string, week: SurveyDigest, course: SurveyDigest): DigestSurvey => ({
  id,
  name: week.survey,
  metric: week.metric,
  score: week.score,
  change: week.change,
  responses: week.responses,
  units: week.units,
  alerts: week.alerts && { opened: week.alerts.opened, closed: week.alerts.closed, overdue: week.alerts.overdue },
  causes: week.causes.map(({ id: cause, cause: name, n, share, impact }) => ({ id: cause, cause: name, n, share, impact })),
  weeks: course.series.map(({ at, score }) => ({
    at,
    value: score.kind === 'score' ? score.score : null,
    low: score.kind === 'score' ? score.interval.low : 0,
    high: score.kind === 'score' ? score.interval.high : 0,
  })),
})

/**
 * Sends the weekly digest on Monday morning in each organisation's own zone; quarters, because zones lie as much apart. A node that was down then catches up until
 * Tuesday evening.
 */
export const digestClock: Clock = {
  name: 'insights.digest',
  cron: '7,22,37,52 * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('insights.digest'), tx => enqueueDigests(tx))
  },
}

export async function enqueueDigests(tx: Tx): Promise<void> {
  const monday = dueDigest(tx.now, await ownZone(tx))
  if (!monday) return
  const readers = (await digestReaders(tx)).filter(mayRead)
  for (const { userId } of readers) await enqueue(tx, mailDigest, { userId, monday }, { key: `${userId} ${monday}` })
}
