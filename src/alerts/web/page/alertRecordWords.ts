import { t } from '../../../kit/i18n.ts'
import type { AlertActivityItem } from '../../contract.ts'
import { outcomeLabel } from '../../alertOutcomes.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One entry of the record in words: “Omar took it”. */
export function alertRecordWords({ verb, actor, detail }: AlertActivityItem): string {
  const by = actor || t('Somebody')
  switch (verb) {
    case 'alert.opened':
      // After an erasure it is known that it was raised, not by what.
      if (!detail['rule']) return t('Raised')
      return t('Raised by “{rule}”, given to {owner}', { rule: text(detail['rule']), owner: text(detail['owner']) })
    case 'alert.acknowledged':
      return t('{by} took it', { by })
    case 'alert.contacted':
      return t('{by} spoke with the customer', { by })
    case 'alert.contact_tried':
      return t('{by} tried to reach the customer', { by })
    case 'alert.noted':
      return t('{by} left a note', { by })
    case 'alert.file_added':
      if (!detail['name']) return t('{by} added a file', { by })
      return t('{by} added the file {name}', { by, name: text(detail['name']) })
    case 'alert.file_removed':
      if (!detail['name']) return t('{by} took a file away', { by })
      return t('{by} took the file {name} away', { by, name: text(detail['name']) })
    case 'alert.causes_chosen':
      return t('{by} named the causes', { by })
    case 'alert.escalated':
      if (!detail['name']) return t('{by} gave it to somebody else', { by })
      return t('{by} gave it to {name}', { by, name: text(detail['name']) })
    case 'alert.resolved':
      if (!detail['outcome']) return t('{by} resolved it', { by })
      return t('{by} resolved it: {outcome}', { by, outcome: t(outcomeLabel(text(detail['outcome']))) })
    case 'alert.reopened':
      if (!detail['reason']) return t('{by} reopened it', { by })
      return t('{by} reopened it: {reason}', { by, reason: text(detail['reason']) })
    case 'alert.help_asked':
      if (!detail['name']) return t('{by} asked for help', { by })
      return t('{by} asked {name} for help', { by, name: text(detail['name']) })
    case 'alert.senior_named':
      if (!detail['name']) return t('A senior was named')
      return t('{name} was asked to see to it', { name: text(detail['name']) })
    case 'alert.rerouted':
      if (!detail['name']) return t('It was routed again')
      return t('It was routed again, to {name}', { name: text(detail['name']) })
    case 'promise.warning':
      return t('The owner was reminded before a promise was due')
    case 'promise.breach':
      return t('A promise was not kept')
    case 'promise.reminder':
      return t('The owner was reminded')
    case 'promise.escalation':
      return t('The ladder was climbed, because a promise was not kept')
    case 'alert.merged':
      return t('{by} made it part of another alert', { by })
    case 'alert.took_in':
      return t('{by} made {n, plural, one {another alert} other {# others}} part of it', { by, n: Number(detail['n'] ?? 1) })
    case 'alert.parted':
      return t('{by} took it out of the other alert', { by })
    case 'alert.thanked':
      if (!detail['name']) return t('{by} thanked a colleague', { by })
      return t('{by} thanked {name}', { by, name: text(detail['name']) })
    case 'alert.shared':
      return t('{by} shared it on the wall', { by })
    case 'alert.confirmed':
      return t('The customer confirmed that it is settled')
    case 'alert.not_settled':
      if (!detail['reason']) return t('The customer says it is not settled')
      return t('The customer says it is not settled: {reason}', { reason: text(detail['reason']) })
    default:
      return verb
  }
}
