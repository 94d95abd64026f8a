// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What insights write into the record, as the end of a sentence that begins with who did it. */
export const insightVerbs = {
  'insight_view.saved': msg('saved the view “{name}”'),
  'insight_view.removed': msg('removed the view “{name}”'),
}
