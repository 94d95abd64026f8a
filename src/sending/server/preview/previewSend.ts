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
import { spreadInvitations } from '../../spreadInvitations.ts'
import type { MessageInput, Schedule, SendInput } from '../../sendingContract.ts'
import { languageFor } from '../../../surveys/translation.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { requirePublishedSurvey, type PublishedSurvey } from '../../../surveys/server/published.ts'
import { type Audience, readAudience, unitsMeant } from '../store/audience.ts'
import { type InvitationRequest, type Decision, createInvitationDecider, holdReasonWords } from '../invite/decideInvitation.ts'
import { type Recipient, findCandidates } from '../invite/invitationStore.ts'
import { invitationContent } from '../invite/postInvitation.ts'
import { firstSendTime } from '../sends/plan.ts'
import { readRecipients, readRecipientsByEmail } from './recipientStore.ts'
import { frequencyOf, hoursOf, readRules, type SendingRules } from '../store/sendingRuleStore.ts'
import { invitationLinks } from '../invite/invitationTemplate.ts'

const SHOWN = 100
const NEXT = 5

interface PreviewedPerson {
  asked: InvitationRequest
  person: Recipient
  locale: string | null
}

/** What a send would do, without doing it. */
export async function previewSend(tx: Tx, surveyId: string, input: SendInput & { locale?: string | undefined }) {
  const survey = await requirePublishedSurvey(tx, surveyId)
  const { zone } = await readOwnOrganisation(tx)
  const rules = await readRules(tx)
  const audience = await readAudience(tx, input.audience)
  const people = await readPreviewedPeople(tx, surveyId, audience)
  const judge = await createInvitationDecider(
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

async function readPreviewedPeople(tx: Tx, surveyId: string, audience: Audience): Promise<PreviewedPerson[]> {
  if (audience.kind === 'people') {
    const found = await findCandidates(tx, audience.filter, await unitsMeant(tx, audience.filter))
    const people = await readRecipients(
      tx,
      found.map(one => one.personId),
    )
    return found.flatMap(({ personId, locale }) => {
      const person = people.get(personId)
      return person ? [{ asked: { personId, surveyId, forced: false }, person, locale }] : []
    })
  }
  const known = await readRecipientsByEmail(
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

type Held = PreviewedPerson & { decision: Decision }

const summary = (held: readonly Held[]) =>
  Object.entries(countBy(held.map(one => (one.decision.kind === 'hold' ? one.decision.reason : '')))).map(([reason, n]) => ({
    reason,
    words: holdReasonWords(reason, translator('en')),
    n,
  }))

function shown({ person, decision }: Held) {
  const hold = decision as Extract<Decision, { kind: 'hold' }>
  const words = holdReasonWords(hold.reason, translator('en'))
  return { name: person.name, email: person.email ?? '', reason: words, until: hold.until?.toISOString() ?? null }
}

function occurrences(schedule: Schedule, zone: string, rules: SendingRules, n: number, now: Date): Date[] {
  const first = firstSendTime(schedule, zone, now)
  if (schedule.kind === 'spread') {
    const ids = Array.from({ length: Math.min(n, 1000) }, (_, i) => String(i))
    const planned = spreadInvitations(ids, 'preview', first, new Date(schedule.to), hoursOf(rules, zone)) ?? []
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

function problemsOf(survey: PublishedSurvey, message: MessageInput, now: Date): string[] {
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

const examplePerson: Recipient = {
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
  survey: PublishedSurvey,
  message: MessageInput,
  rules: SendingRules,
  wanted: string | undefined,
  person: Recipient = examplePerson,
) {
  const { publicUrl } = accountSettings.call()
  const organisation = await readOwnOrganisation(tx)
  const locale = languageFor(survey.questionnaire, wanted ? [wanted] : person.locale ? [person.locale] : [])
  const content = invitationContent({
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
  const mail = invitationMail(data, invitationLinks(data, publicUrl), brandOf(await readOrg(tx), publicUrl), translator(locale))
  return { locale, ...mail }
}

export const previewUrl = (publicUrl: string, surveyId: string): string => `${publicUrl}/api/v1/surveys/${surveyId}/preview`
