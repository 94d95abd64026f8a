// @words colleagues
import { Temporal } from 'temporal-polyfill'
import { t as active, type Translate } from '../kit/i18n.ts'

/** How often one person may be asked. Days are days of the calendar in the organisation's zone; null = as often as one likes. */
export interface FrequencyRules {
  /** At most one invitation in so many days, over all surveys. */
  acrossSurveys: number | null
  /** At most one invitation to the same survey in so many days. */
  sameSurvey: number | null
  /** Surveys that are sent whatever was sent before (after each ticket, say). Their invitations count for the others. */
  exceptSurveys?: readonly string[]
  /** People who may be asked at any time: testers, one's own staff. */
  exceptPeople?: readonly string[]
  zone: string
}

/** An invitation that left the building. Reminders and held ones are none. */
export interface EarlierContact {
  survey: string
  at: Date
}

/** What is known about the person beside earlier contacts. */
export interface ContactStatus {
  person: string
  /** Wants no more questions, from this survey or from any. */
  optedOut?: boolean
  /** Mail to them came back for good. */
  bounced?: boolean
}

export type HoldReason = 'opted-out' | 'bounced' | 'asked-before' | 'asked-lately'

export type FrequencyDecision =
  | { kind: 'send' }
  /** `until`: from then on it may be sent; null = not before somebody changes something. `because`: the contact that stands in the way. */
  | { kind: 'hold'; reason: HoldReason; until: Date | null; because?: EarlierContact }

/**
 * May this person be asked now? What the person said comes before every exception.
 * Days are counted by date, not by the hour: a survey every 30 days at nine must not slip to the 31st for five seconds.
 */
export function decideContact(
  { person, optedOut, bounced }: ContactStatus,
  survey: string,
  earlier: readonly EarlierContact[],
  rules: FrequencyRules,
  now: Date,
): FrequencyDecision {
  if (optedOut) return { kind: 'hold', reason: 'opted-out', until: null }
  if (bounced) return { kind: 'hold', reason: 'bounced', until: null }
  if (rules.exceptPeople?.includes(person)) return { kind: 'send' }
  const same = inTheWay(
    earlier.filter(contact => contact.survey === survey),
    rules.sameSurvey,
    'asked-before',
    rules.zone,
    now,
  )
  const any = rules.exceptSurveys?.includes(survey)
    ? null
    : inTheWay(earlier, rules.acrossSurveys, 'asked-lately', rules.zone, now)
  // The later date holds; of two equal ones the narrower reason says more.
  return [same, any].filter(hold => hold !== null).sort((a, b) => b.until.getTime() - a.until.getTime())[0] ?? { kind: 'send' }
}

function inTheWay(contacts: readonly EarlierContact[], days: number | null, reason: HoldReason, zone: string, now: Date) {
  if (days === null || days <= 0 || contacts.length === 0) return null
  const because = contacts.reduce((last, contact) => (contact.at > last.at ? contact : last))
  const until = startOfDay(because.at, zone, days)
  return now < until ? { kind: 'hold' as const, reason, until, because } : null
}

/** The first instant of the local day `days` after the one of `at`. */
function startOfDay(at: Date, zone: string, days: number): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().add({ days })
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}

/** The reason as the list of held invitations shows it. */
export function frequencyHoldWords(reason: HoldReason, t: Translate = active): string {
  switch (reason) {
    case 'opted-out':
      return t('Wants no more questions')
    case 'bounced':
      return t('Mail to this address comes back')
    case 'asked-before':
      return t('Was asked this not long ago')
    case 'asked-lately':
      return t('Was asked something else not long ago')
  }
}
