// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What comments write into the record, as the end of a sentence that begins with who did it. */
export const commentVerbs = {
  'comments.taught': msg('said how comments are to be read'),
  'comments.untaught': msg('took back how comments are to be read'),
  'comments.theme_created': msg('added a theme'),
  'comments.theme_changed': msg('changed a theme'),
  'comments.theme_merged': msg('merged two themes'),
}
