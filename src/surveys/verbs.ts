// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What surveys write into the record, as the end of a sentence that begins with who did it. */
export const surveyVerbs = {
  'survey.created': msg('began the survey “{name}”'),
  'survey.changed': msg('edited the draft'),
  'survey.logo_uploaded': msg('uploaded a logo for the survey'),
  'survey.published': msg('published a version of the survey'),
  'survey.closed': msg('closed the survey'),
  'survey.reopened': msg('opened the survey again'),
  'survey.archived': msg('archived the survey'),
  'survey.restored': msg('brought the survey back'),
  'survey.copied': msg('copied a survey'),
  'survey.deleted': msg('deleted a survey'),
  'survey.link_created': msg('made a link to the survey'),
  'survey.link_closed': msg('closed a link to the survey'),
  'help.asked': msg('asked for help'),
  'help.answered': msg('answered a call for help'),
}
