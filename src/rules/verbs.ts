// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What rules write into the record, as the end of a sentence that begins with who did it. */
export const ruleVerbs = {
  'alert_rule.created': msg('made the rule'),
  'alert_rule.changed': msg('changed the rule'),
  'alert_rule.removed': msg('removed the rule'),
  'alert_rule.switched_on': msg('switched the rule on'),
  'alert_rule.switched_off': msg('switched the rule off'),
  'alert_rule.replayed': msg('tried the rule on the past'),
}
