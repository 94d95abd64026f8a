import { describe, expect, it } from 'vitest'
import type { LadderRecipient } from '../sla/policy.ts'
import type { EscalationFacts } from '../routing/senior.ts'
import { decideEscalation } from './escalation.ts'
import { type CurrentAbsence, type Owner, pathWords } from '../routing/routing.ts'

const who = (name: string): Owner => ({ id: name.toLowerCase(), name })
const [omar, mira, ruth, olga, priya, ben] = ['Omar', 'Mira', 'Ruth', 'Olga', 'Priya', 'Ben'].map(who) as [
  Owner,
  Owner,
  Owner,
  Owner,
  Owner,
  Owner,
]

const ground = (more: Partial<EscalationFacts> = {}): EscalationFacts => ({
  chain: [
    { unit: 'Kelby', managers: [omar] },
    { unit: 'Northmoor', managers: [mira] },
    { unit: 'North', managers: [ruth] },
  ],
  reporting: [],
  named: null,
  away: new Map(),
  organisationOwner: olga,
  ...more,
})

const awayUntil = (person: Owner, delegate: Owner | null): Map<string, CurrentAbsence> =>
  new Map([[person.id, { until: '2026-12-01', delegate }]])

interface Story {
  tells: string
  owner?: Owner
  notify: LadderRecipient
  more?: Partial<EscalationFacts>
  asks: Owner | null
  says?: string[]
}

const stories: Story[] = [
  {
    tells: 'the manager is Mira, who manages what lies above Kelby',
    notify: 'manager',
    asks: mira,
    says: ['Not acknowledged in time', 'Mira, manager of Northmoor, is asked to see to it'],
  },
  { tells: 'one above her is Ruth', notify: 'skip', asks: ruth },
  { tells: 'above Mira herself comes Ruth', owner: mira, notify: 'manager', asks: ruth },
  { tells: 'above Ruth is only the owner of the organisation', owner: ruth, notify: 'skip', asks: olga },
  {
    tells: 'while Mira is away Priya stands in',
    notify: 'manager',
    more: { away: awayUntil(mira, priya) },
    asks: priya,
    says: [
      'Not acknowledged in time',
      'Mira, manager of Northmoor, is asked to see to it',
      'Mira is away until 1 December 2026',
      'Priya stands in',
    ],
  },
  {
    tells: 'where nobody stands in for Mira the next one is asked',
    notify: 'manager',
    more: { away: awayUntil(mira, null) },
    asks: ruth,
  },
  {
    tells: 'who has left is passed over, and the path says so',
    notify: 'manager',
    more: { gone: new Set(['mira']) },
    asks: ruth,
    says: [
      'Not acknowledged in time',
      'Mira, manager of Northmoor, is asked to see to it',
      'Mira has left',
      'Ruth, manager of North, is asked to see to it',
    ],
  },
  { tells: 'Omar is not asked to see to himself', notify: 'manager', more: { away: awayUntil(mira, omar) }, asks: ruth },
  {
    tells: 'who manages nothing on the way up has a superior of their own',
    owner: priya,
    notify: 'manager',
    more: { reporting: [ben, ruth] },
    asks: ben,
    says: ['Not acknowledged in time', 'Ben, to whom Priya reports, is asked to see to it'],
  },
  { tells: 'and one above that', owner: priya, notify: 'skip', more: { reporting: [ben, ruth] }, asks: ruth },
  { tells: 'who reports to nobody has the manager of the unit above them', owner: priya, notify: 'manager', asks: omar },
  {
    tells: 'the promise names Ben',
    notify: { person: 'ben@northwind.example' },
    more: { named: ben },
    asks: ben,
    says: ['Not acknowledged in time', 'Ben, whom the promise names, is asked to see to it'],
  },
  {
    tells: 'who is not in the directory any more leaves it to the manager',
    notify: { person: 'gone@northwind.example' },
    asks: mira,
  },
  { tells: 'an alert of no unit goes to the owner of the organisation', notify: 'manager', more: { chain: [] }, asks: olga },
  { tells: 'above her is nobody: she hears of it once more', owner: olga, notify: 'manager', more: { chain: [] }, asks: null },
  {
    tells: 'though everybody is away, somebody is asked',
    owner: ruth,
    notify: 'manager',
    more: { away: awayUntil(olga, null) },
    asks: olga,
  },
]

describe('when nobody reacts', () => {
  it.each(stories)('$tells', ({ owner = omar, notify, more, asks, says }) => {
    const decided = decideEscalation(owner, { target: 'acknowledge', notify }, ground(more))
    expect(decided.kind === 'ask' ? decided.senior : null).toEqual(asks)
    if (says && decided.kind === 'ask') expect(pathWords(decided.path)).toEqual(says)
  })
})
