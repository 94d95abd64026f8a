/**
 * Where a room still reaches for a table that is not its to reach for: file → tables. `owners.test.ts` wants these lists exactly true, so
 * that they only shrink.
 */
export const exceptions: Record<
  'reaches down' | 'writes what is not its own' | 'reads past the door',
  Record<string, string[]>
> = {
  'reaches down': {},
  'writes what is not its own': { 'trigger alert_clocks_go': ['sla_clock'], 'trigger alert_contact_file_goes': ['file'] },
  'reads past the door': {
    'alerts/server/confirmation/confirmationStore.ts': ['person'],
    'alerts/server/owners/rerouteStore.ts': ['person'],
    'alerts/server/raise/silenceStore.ts': ['person'],
    'alerts/server/raise/waitingStore.ts': ['person'],
    'alerts/server/read/alertDetailStore.ts': ['person'],
    'alerts/server/store/alertStore.ts': ['person'],
    'alerts/server/store/causeUseStore.ts': ['person'],
    'alerts/server/store/mergeStore.ts': ['person'],
    'alerts/server/store/stepStore.ts': ['person'],
    'alerts/server/work/customerHistoryStore.ts': ['person'],
    'mail/server/carryStore.ts': ['org'],
    'responses/server/read/responseStore.ts': ['person'],
    'responses/server/retention.ts': ['person'],
    'routing/server/routingFactsStore.ts': ['person'],
    'routing/server/reportingStore.ts': ['person'],
    'routing/server/routingTeamStore.ts': ['person'],
    'rules/server/factStore.ts': ['person'],
    'rules/server/gapStore.ts': ['person'],
    'rules/server/replayStore.ts': ['person'],
    'sending/server/invite/invitationStore.ts': ['person'],
    'sending/server/invite/listInvitations.ts': ['person'],
    'sending/server/preview/recipientStore.ts': ['person'],
    'sending/server/store/outcomeStore.ts': ['person'],
    'sla/server/clockStore.ts': ['org'],
    'surveys/server/publicOrganisation.ts': ['org'],
    'wall/server/wallStore.ts': ['person'],
    'webhooks/server/followStore.ts': ['org'],
  },
}

/**
 * Where the name of a table is computed, and what it can be: the tables, or nothing where it is a common table expression, or every table of
 * an organisation as the catalogue of the database tells them (an organisation is taken away, or removed, as a whole).
 */
export const computed: Record<string, Partial<Record<'read' | 'write', string[]>>> = {
  "accounts/server/orgs/exportStore.ts ${name.replaceAll('\"', '\"\"')}": {},
  'accounts/server/orgs/removeOrg.ts ${table}': {},
  'activity/server/record.ts ${when}': {},
  'alerts/server/personErasure.ts ${table}': {
    write: ['alert', 'alert_confirmation', 'alert_contact'],
  },
  'alerts/server/store/alertSql.ts ${s}': {},
  'people/server/peopleBulkStore.ts ${table}': { read: ['reporting', 'unit_member'] },
  'wall/server/personErasure.ts ${table}': { write: ['alert_thanks', 'practice', 'practice_reuse'] },
}
