import { callerOfUser } from '../../accounts/server/identify.ts'
import { permissionsOf, type Role } from '../../accounts/permissions.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { post } from '../../kit/server/outbox.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { translator } from '../../kit/translator.ts'
import { isDigestHour, weekBefore } from '../digestTime.ts'
import { type DigestData, type DigestSurvey, digestSubject } from '../digestMail.ts'
import { plusDays } from '../../people/period.ts'
import { type Digest, digestOf } from './digest.ts'
import { busiestSurveys, digestReaders, readReader, zoneOf } from './digestStore.ts'

/** So many weeks of the score's course. */
const WEEKS = 12
const OTHERS = 3

/** The digest of one colleague: what happened last week in the units they may see. The key of the mail makes it one, whoever runs this. */
export const mailDigest = defineJob<{ userId: string; monday: string }>({
  name: 'insights.digest',
  queue: 'slow',
  async run({ database, org, inOrg }, { userId, monday }) {
    const reader = await inOrg(tx => readReader(tx, userId))
    if (!reader) return
    const { name, email, role, units, locale } = reader
    const data = await database.readInOrg(org, callerOfUser(userId, name, role as Role, units), tx => composeDigest(tx, monday))
    if (!data) return
    const t = translator(locale ?? 'en')
    const payload = { to: email, name, subject: digestSubject(data, t), locale: t.locale, template: 'digest', data: { ...data } }
    await inOrg(tx => post(tx, { kind: 'mail', key: `digest ${userId} ${monday}`, payload, bulk: true }))
  },
})

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

const told = (id: string, week: Digest, course: Digest): DigestSurvey => ({
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

/** Monday morning in each organisation's own zone. A node that was down then catches up within the day. */
export const digestClock: Clock = {
  name: 'insights.digest',
  cron: '7 * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('insights.digest'), tx => enqueueDigests(tx))
  },
}

export async function enqueueDigests(tx: Tx): Promise<void> {
  const monday = isDigestHour(tx.now, await zoneOf(tx))
  if (!monday) return
  const readers = (await digestReaders(tx)).filter(({ role }) => permissionsOf(role as Role).has('insights.read'))
  for (const { userId } of readers) await enqueue(tx, mailDigest, { userId, monday }, { key: `${userId} ${monday}` })
}
