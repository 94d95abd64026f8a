// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What calendars and promises write into the record, as the end of a sentence that begins with who did it. */
export const slaVerbs = {
  'calendar.created': msg('added the working calendar “{name}”'),
  'calendar.changed': msg('changed a working calendar'),
  'policy.created': msg('added the promises “{name}”'),
  'policy.changed': msg('changed promises'),
  'promise.warning': msg('reminded the owner of a promise'),
  'promise.breach': msg('noted that a promise was broken'),
  'promise.reminder': msg('reminded the owner again'),
  'promise.escalation': msg('asked somebody senior to act'),
}
