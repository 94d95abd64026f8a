// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What the demo writes into the record, as the end of a sentence that begins with who did it. */
export const demoVerbs = {
  'demo.entered': msg('looked around in the demo'),
}
