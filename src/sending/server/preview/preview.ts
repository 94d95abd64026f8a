// @words everybody
import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { translator } from '../../../kit/translator.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { readOrg } from '../../../mail/server/carryStore.ts'
import { unknownVariables } from '../../../mail/variables.ts'
import { brandOf } from '../../../mail/render.ts'
import { invitationMail } from '../../../mail/invitation.ts'
import { isVariable } from '../../invitationText.ts'
import { nextOccurrence } from '../../recurrence.ts'
import { spread } from '../../schedule.ts'
import type { MessageInput, Schedule, SendInput } from '../../sendingContract.ts'
import { languageFor } from '../../../surveys/translation.ts'
import { ownOrganisation } from '../../../surveys/server/organisation.ts'
import { publishedToAnswer, type Published } from '../../../surveys/server/published.ts'
import { type Audience, readAudience, unitsMeant } from '../store/audience.ts'
import { type Asked, type Decision, judgeFor, reasonInWords } from '../invite/decide.ts'
import { type Addressee, findPeople } from '../invite/invitationStore.ts'
import { contentOf } from '../invite/letter.ts'
import { firstAt } from '../sends/plan.ts'
import { readPeople, readPeopleByEmail } from './previewStore.ts'
import { frequencyOf, hoursOf, readRules, type SendingRules } from '../store/ruleStore.ts'
import { linksOf } from '../invite/template.ts'

const SHOWN = 100
const NEXT = 5

interface One {
  asked: Asked
  person: Addressee
  locale: string | null
}

/** What a send would do, without doing it. */
export async function previewSend(tx: Tx, surveyId: string, input: SendInput & { locale?: string | undefined }) {
  const survey = await publishedToAnswer(tx, surveyId)
  const { zone } = await ownOrganisation(tx)
  const rules = await readRules(tx)
  const audience = await readAudience(tx, input.audience)
  const people = await everybody(tx, surveyId, audience)
  const judge = await judgeFor(
    tx,
    people.map(one => one.person.id),
    frequencyOf(rules, zone),
  )
  const judged = people.map(one => ({ ...one, decision: judge(one.asked, one.person) }))
  const held = judged.filter(one => one.decision.kind === 'hold')
  const firstSent = judged.find(one => one.decision.kind === 'send')
  return {
    total: people.length,
    invited: people.length - held.length,
    held: summary(held),
    people: held.slice(0, SHOWN).map(shown),
    skipped: audience.kind === 'list' ? audience.skipped.slice(0, SHOWN) : [],
    occurrences: occurrences(input.schedule, zone, rules, people.length, tx.now).map(at => at.toISOString()),
    locales: countBy(people.map(one => languageFor(survey.questionnaire, one.locale ? [one.locale] : []))),
    problems: problemsOf(survey, input.message, tx.now),
    mail: await exampleMail(tx, survey, input.message, rules, input.locale, firstSent?.person),
  }
}

async function everybody(tx: Tx, surveyId: string, audience: Audience): Promise<One[]> {
  if (audience.kind === 'people') {
    const found = await findPeople(tx, audience.filter, await unitsMeant(tx, audience.filter))
    const people = await readPeople(
      tx,
      found.map(one => one.personId),
    )
    return found.flatMap(({ personId, locale }) => {
      const person = people.get(personId)
      return person ? [{ asked: { personId, surveyId, forced: false }, person, locale }] : []
    })
  }
  const known = await readPeopleByEmail(
    tx,
    audience.people.map(one => one.email),
  )
  return audience.people.map(({ email, name, locale, segments }) => {
    const person = known.get(email) ?? { id: newId(), name, email, locale, segments, opted_out_at: null, bounced_at: null }
    return { asked: { personId: person.id, surveyId, forced: false }, person, locale: locale ?? person.locale }
  })
}

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(words, word => word)].map(([word, all]) => [word, all.length]))

type Held = One & { decision: Decision }

const summary = (held: readonly Held[]) =>
  Object.entries(countBy(held.map(one => (one.decision.kind === 'hold' ? one.decision.reason : '')))).map(([reason, n]) => ({
    reason,
    words: reasonInWords(reason, translator('en')),
    n,
  }))

function shown({ person, decision }: Held) {
  const hold = decision as Extract<Decision, { kind: 'hold' }>
  const words = reasonInWords(hold.reason, translator('en'))
  return { name: person.name, email: person.email ?? '', reason: words, until: hold.until?.toISOString() ?? null }
}

function occurrences(schedule: Schedule, zone: string, rules: SendingRules, n: number, now: Date): Date[] {
  const first = firstAt(schedule, zone, now)
  if (schedule.kind === 'spread') {
    const ids = Array.from({ length: Math.min(n, 1000) }, (_, i) => String(i))
    const planned = spread(ids, 'preview', first, new Date(schedule.to), hoursOf(rules, zone)) ?? []
    const [begin, end] = [planned[0]?.at, planned.at(-1)?.at]
    return [begin, end].filter(at => at !== undefined)
  }
  if (schedule.kind !== 'recurring') return [first]
  const found = [first]
  for (
    let next = nextOccurrence({ ...schedule, zone }, first);
    next && found.length < NEXT;
    next = nextOccurrence({ ...schedule, zone }, next)
  )
    found.push(next)
  return found
}

function problemsOf(survey: Published, message: MessageInput, now: Date): string[] {
  const t = translator('en')
  const unknown = Object.values(message).flatMap(({ subject, intro, outro }) =>
    unknownVariables(`${subject} ${intro} ${outro}`, isVariable),
  )
  const closed = survey.state !== 'live' || (survey.closes_at && survey.closes_at <= now)
  return [
    ...(closed ? [t('This survey takes no answers. Reopen it before you invite people.')] : []),
    ...[...new Set(unknown)].map(name => t('Nobody knows the variable “{name}”: it will be left out.', { name })),
  ]
}

const dana: Addressee = {
  id: '',
  name: 'Dana Whitlock',
  email: 'dana@example.org',
  locale: null,
  segments: {},
  opted_out_at: null,
  bounced_at: null,
}

/** The mail as one person would read it; its links lead to the preview, which stores nothing. */
export async function exampleMail(
  tx: Tx,
  survey: Published,
  message: MessageInput,
  rules: SendingRules,
  wanted: string | undefined,
  person: Addressee = dana,
) {
  const { publicUrl } = accountSettings.call()
  const organisation = await ownOrganisation(tx)
  const locale = languageFor(survey.questionnaire, wanted ? [wanted] : person.locale ? [person.locale] : [])
  const content = contentOf({
    survey,
    organisation,
    person,
    unit: null,
    everyDays: rules.acrossSurveys,
    message,
    locale,
    reminder: false,
  })
  const data = {
    ...content,
    code: organisation.code,
    locales: survey.questionnaire.locales,
    preview: previewUrl(publicUrl, survey.id),
  }
  const mail = invitationMail(data, linksOf(data, publicUrl), brandOf(await readOrg(tx), publicUrl), translator(locale))
  return { locale, ...mail }
}

export const previewUrl = (publicUrl: string, surveyId: string): string => `${publicUrl}/api/v1/surveys/${surveyId}/preview`
