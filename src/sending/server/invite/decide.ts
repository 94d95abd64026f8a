// @words everybody
import { decideContact, holdInWords, type FrequencyRules, type HoldReason } from '../../frequency.ts'
import { t as active, type Translate } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { type Addressee, contactsOf, optOutsOf } from './invitationStore.ts'

export type Reason = HoldReason | 'no-address' | 'closed'

export type Decision = { kind: 'send' } | { kind: 'hold'; reason: Reason; until: Date | null; by: string | null }

/** The reason as the list of held invitations shows it. */
export function reasonInWords(reason: string, t: Translate = active): string {
  if (reason === 'no-address') return t('Has no e-mail address any more')
  if (reason === 'closed') return t('The survey takes no answers')
  return holdInWords(reason as HoldReason, t)
}

export interface Asked {
  personId: string
  surveyId: string
  forced: boolean
}

export type Judge = (asked: Asked, person: Addressee | undefined) => Decision

/**
 * A judge for these people who knows whom he has let through already: one batch may mean somebody twice. The people must
 * be locked when what he says is acted upon.
 */
export async function judgeFor(tx: Tx, personIds: readonly string[], rules: FrequencyRules): Promise<Judge> {
  const since = new Date(tx.now.getTime() - (Math.max(rules.acrossSurveys ?? 0, rules.sameSurvey ?? 0) + 2) * 86_400_000)
  const contacts = await contactsOf(tx, personIds, since)
  const optOuts = await optOutsOf(tx, personIds)
  return ({ personId, surveyId, forced }, person) => {
    if (!person?.email) return { kind: 'hold', reason: 'no-address', until: null, by: null }
    const optedOut = person.opted_out_at !== null || optOuts.has(`${personId} ${surveyId}`)
    const addressee = { person: personId, optedOut, bounced: person.bounced_at !== null }
    const earlier = forced ? [] : (contacts.get(personId) ?? [])
    const decision = decideContact(addressee, surveyId, earlier, rules, tx.now)
    if (decision.kind === 'hold')
      return { kind: 'hold', reason: decision.reason, until: decision.until, by: decision.because?.survey ?? null }
    contacts.set(personId, [...(contacts.get(personId) ?? []), { survey: surveyId, at: tx.now }])
    return { kind: 'send' }
  }
}
