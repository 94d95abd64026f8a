// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What causes write into the record, as the end of a sentence that begins with who did it. */
export const causeVerbs = {
  'cause.created': msg('added a cause'),
  'cause.changed': msg('changed the cause'),
  'cause.removed': msg('removed a cause'),
  'cause.fixed': msg('marked the cause as fixed'),
  'cause.fix_undone': msg('said that the cause is not fixed'),
  'cause.fix_told': msg('told customers what was done'),
}
