// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What webhooks write into the record, as the end of a sentence that begins with who did it. */
export const webhookVerbs = {
  'webhook.created': msg('made the webhook “{name}”'),
  'webhook.changed': msg('changed the webhook “{name}”'),
  'webhook.removed': msg('removed the webhook “{name}”'),
  'webhook.switched_on': msg('switched the webhook “{name}” on'),
  'webhook.switched_off': msg('switched the webhook “{name}” off'),
  'webhook.secret_rotated': msg('made a new secret for the webhook “{name}”'),
  'webhook.failed': msg('stopped the webhook “{name}”, which took nothing any more'),
}
