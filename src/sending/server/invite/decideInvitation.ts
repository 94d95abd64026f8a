// @words everybody
import { decideContact, frequencyHoldWords, type FrequencyRules, type HoldReason } from '../../frequency.ts'
import { t as active, type Translate } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { type Recipient, contactsOf, optOutsOf } from './invitationStore.ts'

export type InvitationHoldReason = HoldReason | 'no-address' | 'closed'

export type Decision = { kind: 'send' } | { kind: 'hold'; reason: InvitationHoldReason; until: Date | null; by: string | null }

/** The reason as the list of held invitations shows it. */
export function holdReasonWords(reason: string, t: Translate = active): string {
  if (reason === 'no-address') return t('Has no e-mail address any more')
  if (reason === 'closed') return t('The survey takes no answers')
  return frequencyHoldWords(reason as HoldReason, t)
}

export interface InvitationRequest {
  personId: string
  surveyId: string
  forced: boolean
}

export type InvitationDecider = (asked: InvitationRequest, person: Recipient | undefined) => Decision

/**
 * A judge for these people who knows whom he has let through already: one batch may mean somebody twice. The people must
 * be locked when what he says is acted upon.
 */
export async function createInvitationDecider(
  tx: Tx,
  personIds: readonly string[],
  rules: FrequencyRules,
): Promise<InvitationDecider> {
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
