// @words colleagues
import { msg } from '../kit/i18n.ts'

/** What people write into the record, as the end of a sentence that begins with who did it. */
export const peopleVerbs = {
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
  'retention.swept': msg('deleted what was kept long enough'),
}
