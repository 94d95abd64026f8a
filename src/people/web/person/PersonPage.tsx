import { type Href, pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { ActivityFeed } from '../../../activity/web/ActivityFeed.tsx'
import { t } from '../../../kit/i18n.ts'
import { download } from '../../../kit/web/download.ts'
import { useLive } from '../../../kit/web/live.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { day, dayAndClock } from '../../../kit/words.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { erasures, type PersonDetail, people } from '../client.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { personPanels } from '../personPanels.ts'
import { fact } from './fact.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonStatus } from './PersonStatus.tsx'
import { PersonPlacementSection } from './PersonPlacementSection.tsx'
import { useDirectoryChange } from '../useDirectoryChange.ts'

/** One person in detail: contact data, units, absences and activity. */
export function PersonPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  useLive('people')
  const query = useQuery(people.getPerson.query({ params: { id } }))
  const crumbs = [{ label: t('People'), href: pathTo('/people') }]
  if (!query.data)
    return (
      <Page title={t('Person')} crumbs={crumbs}>
        <Load query={query}>{() => null}</Load>
      </Page>
    )
  return <Known person={query.data} crumbs={crumbs} />
}

// What other rooms show here is fetched with the page.
const Panels = ({ personId }: { personId: string }) => (
  <Suspense fallback={<Skeleton rows={4} />}>
    {personPanels.all().map(({ id, Panel }) => (
      <Panel key={id} personId={personId} />
    ))}
  </Suspense>
)

type PersonDialogKind = 'edit' | 'absence' | 'erase' | null

function Known({ person, crumbs }: { person: PersonDetail; crumbs: { label: string; href: Href }[] }) {
  const [open, setOpen] = useState<PersonDialogKind>(null)
  const mayReadActivity = useMay('activity.read')
  const close = () => setOpen(null)
  return (
    <Page
      title={person.label || t('Erased person')}
      crumbs={crumbs}
      beside={<PersonStatus person={person} />}
      actions={!person.erasedAt && <Actions person={person} onOpen={setOpen} />}
      aside={
        mayReadActivity && (
          <Section title={t('What happened')}>
            <ActivityFeed subjectId={person.id} />
          </Section>
        )
      }
    >
      {person.erasedAt ? (
        <Notice title={t('This person was erased on {when}', { when: dayAndClock(person.erasedAt) })}>
          {t('Answers, alerts and the sealed record stay without a name. Nothing leads back to the person.')}
        </Notice>
      ) : (
        <Facts person={person} />
      )}
      <PersonPlacementSection person={person} />
      {!person.erasedAt && <Absences person={person} onAdd={() => setOpen('absence')} />}
      {!person.erasedAt && <Panels personId={person.id} />}
      {open === 'edit' && <PersonDialog person={person} onClose={close} />}
      {open === 'absence' && <AbsenceDialog person={person} onClose={close} />}
      {open === 'erase' && <EraseDialog person={person} onClose={close} />}
    </Page>
  )
}

function Actions({ person, onOpen }: { person: PersonDetail; onOpen: (open: PersonDialogKind) => void }) {
  const [may, mayErase] = [useMay('people.write'), useMay('people.erase')]
  const change = useDirectoryChange()
  const params = { id: person.id }
  const optOut = () => change.mutate(() => (person.optedOutAt ? people.optIn({ params }) : people.optOut({ params })))
  return (
    <>
      <Menu
        label={t('More about {name}', { name: person.label })}
        entries={[
          {
            id: 'opt',
            label: person.optedOutAt ? t('Wants invitations again') : t('Wants no more invitations'),
            icon: 'mail',
            disabledReason: !may && t('Only administrators'),
            onAction: optOut,
          },
          mayErase && {
            id: 'data',
            label: t('Download everything kept about them'),
            icon: 'download',
            onAction: () => void download(erasures.exportPersonData({ params }), 'personal-data.json'),
          },
          'line',
          {
            id: 'erase',
            label: t('Erase this person'),
            icon: 'trash',
            danger: true,
            disabledReason: !mayErase && t('Only administrators'),
            onAction: () => onOpen('erase'),
          },
        ]}
      >
        <Button variant="quiet" icon="more" label={t('More')} />
      </Menu>
      <Button variant="main" icon="edit" onPress={() => onOpen('edit')} disabledReason={!may && t('Only administrators')}>
        {t('Change')}
      </Button>
    </>
  )
}

const Facts = ({ person }: { person: PersonDetail }) => (
  <Section title={t('Known')}>
    <KeyValue
      facts={[
        fact(t('E-mail'), person.email && <span className="break-all">{person.email}</span>),
        fact(t('Phone'), person.phone),
        fact(t('Number'), person.externalId),
        fact(t('Kind'), person.kind === 'staff' ? t('Staff') : t('Contact')),
        fact(t('Position'), person.title),
        fact(t('Language'), person.locale),
        fact(
          t('Account'),
          person.account && <TextLink href={pathTo('/people', { account: person.account.id })}>{person.account.name}</TextLink>,
        ),
        fact(t('Segments'), Object.keys(person.segments).length > 0 && <Segments person={person} />),
        fact(t('Signs in'), person.kind === 'staff' && (person.hasLogin ? t('Yes, as a member') : t('No'))),
        fact(t('Opted out'), person.optedOutAt && day(person.optedOutAt)),
        fact(t('In the directory since'), day(person.createdAt)),
      ]}
    />
  </Section>
)

const Segments = ({ person }: { person: PersonDetail }) => (
  <span className="flex flex-wrap gap-1.5">
    {Object.entries(person.segments).map(([key, value]) => (
      <Tag key={key}>{`${key}: ${value}`}</Tag>
    ))}
  </span>
)

function Absences({ person, onAdd }: { person: PersonDetail; onAdd: () => void }) {
  const may = useMay('people.write')
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: (id: string) => people.endAbsence({ params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  if (person.kind !== 'staff' && person.absences.length === 0) return null
  return (
    <Section
      title={t('Away')}
      more={
        may && (
          <TextLink look="bare" onPress={onAdd}>
            {t('Add an absence')}
          </TextLink>
        )
      }
    >
      {person.absences.length === 0 && (
        <p className="text-ink-2">
          {t('No absence is planned. While somebody is away, their alerts go to the one who stands in.')}
        </p>
      )}
      <ul className="flex flex-col">
        {person.absences.map(absence => (
          <li key={absence.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
            <span>{t('{from} to {to}', { from: dayAndClock(absence.from), to: dayAndClock(absence.to) })}</span>
            <span className="text-ink-2">
              {absence.delegate ? t('{name} stands in', { name: absence.delegate.name }) : t('Nobody stands in')}
            </span>
            {may && (
              <span className="ms-auto">
                <Button
                  size="small"
                  variant="quiet"
                  icon="trash"
                  label={t('Remove this absence')}
                  onPress={() => remove.mutate(absence.id)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
