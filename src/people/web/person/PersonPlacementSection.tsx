import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { day } from '../../../kit/words.ts'
import type { PersonDetail } from '../client.ts'
import { fact } from './fact.ts'

type NamedRef = { id: string; name: string }

/** Where somebody stands: units, manager, reports, teams, and where they stood before. */
export function PersonPlacementSection({ person }: { person: PersonDetail }) {
  const earlier = person.history.filter(
    place => place.to !== null || (place.from !== null && place.from > new Date().toISOString().slice(0, 10)),
  )
  const nothing = person.units.length + person.reports.length + person.teams.length + earlier.length === 0 && !person.manager
  if (nothing) return null
  return (
    <Section title={t('Place in the organisation')}>
      <KeyValue
        facts={[
          fact(t('Units'), person.units.length > 0 && person.units.map(unit => <UnitLine key={unit.id} unit={unit} />)),
          fact(t('Reports to'), person.manager && <PersonLinks people={[person.manager]} />),
          fact(t('Reports'), person.reports.length > 0 && <PersonLinks people={person.reports} />),
          fact(t('Teams'), person.teams.map(team => team.name).join(', ')),
          fact(
            t('Other times'),
            earlier.length > 0 && earlier.map(place => <Earlier key={place.unit.id + place.from} place={place} />),
          ),
        ]}
      />
    </Section>
  )
}

const UnitLine = ({ unit }: { unit: PersonDetail['units'][number] }) => (
  <span className="block">
    <TextLink look="open" href={pathTo('/people', { unit: unit.id })}>
      {unit.name}
    </TextLink>{' '}
    {unit.role === 'manager' && <span className="text-ink-2">{t('manager')}</span>}
  </span>
)

const PersonLinks = ({ people }: { people: readonly NamedRef[] }) => (
  <span className="flex flex-wrap gap-x-3">
    {people.map(person => (
      <TextLink key={person.id} look="open" href={pathTo('/people/$id', { id: person.id })}>
        {person.name}
      </TextLink>
    ))}
  </span>
)

function Earlier({ place }: { place: PersonDetail['history'][number] }) {
  const from = place.from ? day(place.from) : t('always')
  return (
    <span className="block text-ink-2">
      {place.to
        ? t('{unit}, {from} until before {to}', { unit: place.unit.name, from, to: day(place.to) })
        : t('{unit}, from {from}', { unit: place.unit.name, from })}
    </span>
  )
}
