// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What sending writes into the record, as the end of a sentence that begins with who did it. */
export const sendingVerbs = {
  'org.sending_rules_changed': msg('changed the rules of sending'),
  'survey.sent': msg('sent the survey'),
  'survey.send_cancelled': msg('called off a send of the survey'),
  'survey.invitation_released': msg('had somebody asked whom a rule held back'),
}
