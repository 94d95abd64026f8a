// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What accounts write into the record, as the end of a sentence that begins with who did it. */
export const accountVerbs = {
  'org.created': msg('opened the organisation'),
  'org.changed': msg('changed the organisation’s settings'),
  'org.logo-changed': msg('changed the logo'),
  'org.logo-removed': msg('removed the logo'),
  'org.suspended': msg('suspended the organisation'),
  'org.reopened': msg('opened the organisation again'),
  'org.exported': msg('exported everything the organisation has'),
  'org.deletion-scheduled': msg('asked for the organisation to be deleted'),
  'org.deletion-undone': msg('kept the organisation after all'),
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
}
