import { msg, t } from '../../kit/i18n.ts'
import type { IconName } from '../../kit/web/ui/Icon.tsx'
import type { ActivityItem } from './client.ts'

/** Every verb of the record, as the end of a sentence that begins with who did it. One that is missing is said in its own words. */
const verbs: Record<string, string> = {
  'calendar.created': msg('added the working calendar “{name}”'),
  'calendar.changed': msg('changed a working calendar'),
  'policy.created': msg('added the promises “{name}”'),
  'policy.changed': msg('changed promises'),
  'promise.warning': msg('reminded the owner of a promise'),
  'promise.breach': msg('noted that a promise was broken'),
  'promise.reminder': msg('reminded the owner again'),
  'promise.escalation': msg('asked somebody senior to act'),
  'org.created': msg('opened the organisation'),
  'org.changed': msg('changed the organisation’s settings'),
  'org.logo-changed': msg('changed the logo'),
  'org.logo-removed': msg('removed the logo'),
  'org.suspended': msg('suspended the organisation'),
  'org.reopened': msg('opened the organisation again'),
  'org.exported': msg('exported everything the organisation has'),
  'org.deletion-scheduled': msg('asked for the organisation to be deleted'),
  'org.deletion-undone': msg('kept the organisation after all'),
  'org.sending_rules_changed': msg('changed the rules of sending'),
  'member.invited': msg('invited {email} as {role}'),
  'member.joined': msg('joined as {role}'),
  'member.changed': msg('changed what {email} may do'),
  'member.removed': msg('removed {email}'),
  'member.invitation-taken-back': msg('took the invitation of {email} back'),
  'key.created': msg('made the API key “{name}”'),
  'key.revoked': msg('revoked the API key “{name}”'),
  'login.signed-in': msg('signed in ({how})'),
  'login.renamed': msg('is now called {to}'),
  'login.password-changed': msg('changed the password'),
  'login.second-factor-on': msg('switched the second factor on'),
  'login.second-factor-off': msg('switched the second factor off'),
  'login.recovery-codes-renewed': msg('made new recovery codes'),
  'login.session-ended': msg('ended a session'),
  'login.sessions-ended': msg('ended all other sessions'),
  'insight_view.saved': msg('saved the view “{name}”'),
  'insight_view.removed': msg('removed the view “{name}”'),
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
  'survey.sent': msg('sent the survey'),
  'survey.link_created': msg('made a link to the survey'),
  'survey.link_closed': msg('closed a link to the survey'),
  'response.submitted': msg('handed in an answer'),
  'responses.imported': msg('imported responses'),
  'responses.import_undone': msg('undid an import of responses'),
  'units.imported': msg('imported units'),
  'unit.created': msg('added a unit'),
  'unit.renamed': msg('renamed the unit'),
  'unit.moved': msg('moved the unit'),
  'unit.move_called_off': msg('called off a move of the unit'),
  'unit.closed': msg('closed the unit'),
  'unit.reopened': msg('opened the unit again'),
  'unit.managers': msg('chose who manages the unit'),
  'people.imported': msg('imported people'),
  'person.created': msg('added a person'),
  'person.changed': msg('changed what is known of the person'),
  'person.absence': msg('noted an absence'),
  'person.absence_removed': msg('removed an absence'),
  'person.data_exported': msg('exported everything kept about the person'),
  'person.erased': msg('erased the person'),
  'person.erasure_lifted': msg('took people back who had been erased on request'),
  'person.opted_in': msg('wants mails again'),
  'person.opted_out': msg('wants no more mails'),
  'person.mail_bounced': msg('could not be reached by mail'),
  'account.created': msg('added a customer account'),
  'account.changed': msg('changed the customer account'),
  'account.removed': msg('removed a customer account'),
  'team.created': msg('made a team'),
  'team.changed': msg('changed the team'),
  'team.removed': msg('removed a team'),
  'cause.created': msg('added a cause'),
  'cause.changed': msg('changed the cause'),
  'cause.removed': msg('removed a cause'),
  'retention.swept': msg('deleted what was kept long enough'),
  'alert.opened': msg('raised an alert'),
  'alert.noted': msg('wrote a note'),
  'alert.file_added': msg('added the file “{name}”'),
  'alert.file_removed': msg('took the file “{name}” away'),
  'alert.contact_tried': msg('tried to reach the customer'),
  'alert.causes_chosen': msg('chose why it happened'),
  'alert.acknowledged': msg('took the alert'),
  'alert.contacted': msg('spoke with the customer'),
  'alert.resolved': msg('resolved the alert'),
  'alert.reopened': msg('reopened the alert'),
  'alert.confirmed': msg('confirmed that it is settled'),
  'alert.not_settled': msg('said that it is not settled'),
  'alert.help_asked': msg('asked a senior for help with the alert'),
  'alert.merged': msg('made the alert part of another'),
  'alert.took_in': msg('made other alerts part of this one'),
  'alert.parted': msg('took the alert out of the other'),
  'alert.thanked': msg('thanked a colleague'),
  'alert.shared': msg('shared praise on the wall'),
  'practice.hidden': msg('took something off the wall'),
  'practice.shown': msg('put something back on the wall'),
  'practice.reused': msg('used a practice of the wall'),
  'cause.fixed': msg('marked the cause as fixed'),
  'cause.fix_undone': msg('said that the cause is not fixed'),
  'cause.fix_told': msg('told customers what was done'),
  'alert.escalated': msg('gave the alert to somebody else'),
  'alert_rule.created': msg('made the rule'),
  'alert_rule.changed': msg('changed the rule'),
  'alert_rule.removed': msg('removed the rule'),
  'alert_rule.switched_on': msg('switched the rule on'),
  'alert_rule.switched_off': msg('switched the rule off'),
  'alert_rule.replayed': msg('tried the rule on the past'),
  'comments.taught': msg('said how comments are to be read'),
  'comments.untaught': msg('took back how comments are to be read'),
  'comments.theme_created': msg('added a theme'),
  'comments.theme_changed': msg('changed a theme'),
  'comments.theme_merged': msg('merged two themes'),
  'mail.released': msg('had a mail sent'),
  'mail.kept_released': msg('had the kept mails sent'),
  'mail.arrived': msg('noted that a mail arrived'),
  'mail.cancelled': msg('called a mail off'),
  'survey.send_cancelled': msg('called off a send of the survey'),
  'survey.invitation_released': msg('had somebody asked whom a rule held back'),
  'demo.entered': msg('looked around in the demo'),
  'help.asked': msg('asked for help'),
  'help.answered': msg('answered a call for help'),
  'webhook.created': msg('made the webhook “{name}”'),
  'webhook.changed': msg('changed the webhook “{name}”'),
  'webhook.removed': msg('removed the webhook “{name}”'),
  'webhook.switched_on': msg('switched the webhook “{name}” on'),
  'webhook.switched_off': msg('switched the webhook “{name}” off'),
  'webhook.secret_rotated': msg('made a new secret for the webhook “{name}”'),
  'webhook.failed': msg('stopped the webhook “{name}”, which took nothing any more'),
}

/** “invited priya@… as analyst”; after an erasure, what is left of it. */
export function activityWords({ verb, detail }: Pick<ActivityItem, 'verb' | 'detail'>): string {
  const said = verbs[verb]
  if (!said) return verb.replace(/[._-]/g, ' ')
  const values = Object.fromEntries(
    Object.entries(detail ?? {}).filter(
      (e): e is [string, string | number] => typeof e[1] === 'string' || typeof e[1] === 'number',
    ),
  )
  for (const name of ['role', 'how'] as const) {
    const word = words[String(values[name])]
    if (word) values[name] = t(word)
  }
  return t(said, { email: t('somebody'), role: '…', name: '…', how: '…', to: '…', ...values })
}

/** What stands in the record by its own name: roles, and the ways of signing in. */
const words: Record<string, string> = {
  owner: msg('owner'),
  admin: msg('administrator'),
  analyst: msg('analyst'),
  manager: msg('manager'),
  agent: msg('agent'),
  viewer: msg('viewer'),
  password: msg('password'),
  link: msg('link'),
  invitation: msg('invitation'),
  'new password': msg('new password'),
  'second factor': msg('second factor'),
}

const icons: Record<string, IconName> = {
  org: 'settings',
  member: 'people',
  key: 'key',
  login: 'lock',
  survey: 'surveys',
  insight_view: 'eye',
  response: 'responses',
  responses: 'responses',
  unit: 'people',
  units: 'people',
  person: 'people',
  alert: 'alerts',
  help: 'chat',
  mail: 'mail',
}

export const activityIcon = (verb: string): IconName => icons[verb.split('.')[0]!] ?? 'check'

/** Where the thing itself can be opened. */
export function subjectHref({ type, id }: ActivityItem['subject']): string | undefined {
  const places: Record<string, string> = {
    alert: `/alerts/${id}`,
    survey: `/surveys/${id}`,
    response: `/responses/${id}`,
    person: `/people/${id}`,
    alert_rule: `/rules/${id}`,
    webhook: `/settings/webhooks/${id}`,
    org: '/settings',
  }
  return places[type]
}

/** What changed, line by line: “role: manager → agent”. */
export function changesIn(detail: ActivityItem['detail']): string[] {
  if (!detail) return []
  const { from, to } = detail
  if (from !== undefined && to !== undefined)
    return isPlain(from) && isPlain(to) ? compare(from, to) : [`${say(from)} → ${say(to)}`]
  return Object.entries(detail).flatMap(([name, value]) =>
    isPlain(value) && 'from' in value && 'to' in value ? [`${name}: ${say(value['from'])} → ${say(value['to'])}`] : [],
  )
}

const compare = (from: Record<string, unknown>, to: Record<string, unknown>): string[] =>
  Object.keys(to)
    .filter(name => say(from[name]) !== say(to[name]))
    .map(name => `${name}: ${say(from[name])} → ${say(to[name])}`)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function say(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
