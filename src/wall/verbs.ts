// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What the wall writes into the record, as the end of a sentence that begins with who did it. */
export const wallVerbs = {
  'alert.thanked': msg('thanked a colleague'),
  'alert.shared': msg('shared praise on the wall'),
  'practice.hidden': msg('took something off the wall'),
  'practice.shown': msg('put something back on the wall'),
  'practice.reused': msg('used a practice of the wall'),
}
