// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What alerts write into the record, as the end of a sentence that begins with who did it. */
export const alertVerbs = {
  'alert.opened': msg('raised an alert'),
  'alert.noted': msg('wrote a note'),
  'alert.file_added': msg('added the file “{name}”'),
  'alert.file_removed': msg('took the file “{name}” away'),
  'alert.contact_tried': msg('tried to reach the customer'),
  'alert.causes_chosen': msg('chose why it happened'),
  'alert.acknowledged': msg('took the alert'),
  'alert.contacted': msg('spoke with the customer'),
  'alert.resolved': msg('resolved the alert'),
  'alert.reopened': msg('reopened the alert'),
  'alert.confirmed': msg('confirmed that it is settled'),
  'alert.not_settled': msg('said that it is not settled'),
  'alert.help_asked': msg('asked a senior for help with the alert'),
  'alert.merged': msg('made the alert part of another'),
  'alert.took_in': msg('made other alerts part of this one'),
  'alert.parted': msg('took the alert out of the other'),
  'alert.senior_named': msg('asked {name} to see to the alert, because a promise was not kept'),
  'alert.escalated': msg('gave the alert to somebody else'),
  'alert.rerouted': msg('gave the alert to somebody else, for its owner cannot work on it any more'),
}
