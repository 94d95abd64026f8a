// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What responses write into the record, as the end of a sentence that begins with who did it. */
export const responseVerbs = {
  'response.submitted': msg('handed in an answer'),
  'responses.imported': msg('imported responses'),
  'responses.import_undone': msg('undid an import of responses'),
}
