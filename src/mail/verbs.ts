// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What mail writes into the record, as the end of a sentence that begins with who did it. */
export const mailVerbs = {
  'mail.released': msg('had a mail sent'),
  'mail.kept_released': msg('had the kept mails sent'),
  'mail.arrived': msg('noted that a mail arrived'),
  'mail.cancelled': msg('called a mail off'),
}
