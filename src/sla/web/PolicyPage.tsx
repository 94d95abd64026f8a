import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toast } from '../../kit/web/toasts.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { type CalendarItem, type PolicyInput, type PolicyItem, targetNames } from '../contract.ts'
import type { PolicyContent, Rung } from '../policy.ts'
import { compileCalendarItem, zoneOf } from './calendarOf.ts'
import { sla } from './client.ts'
import { DurationField } from './DurationField.tsx'
import { LadderEditor } from './LadderEditor.tsx'
import { SimulatedPromises } from './SimulatedPromises.tsx'
import { TargetFields, type PolicyTargets } from './TargetFields.tsx'

/** One policy, to edit; `new` begins one. */
export function PolicyPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const policies = useQuery(sla.listPolicies.query())
  const calendars = useQuery(sla.listCalendars.query())
  return (
    <Load query={policies}>
      {({ items }) => (
        <Load query={calendars}>
          {known => <PolicyForm key={id ?? 'new'} policy={items.find(item => item.id === id)} calendars={known.items} />}
        </Load>
      )}
    </Load>
  )
}

function PolicyForm({ policy, calendars }: { policy: PolicyItem | undefined; calendars: readonly CalendarItem[] }) {
  const may = useMay('rules.write')
  const now = useNow()
  const offered = calendars.filter(item => !item.archived)
  const [name, setName] = useState(policy?.name ?? '')
  const [calendar, setCalendar] = useState(policy?.calendar ?? offered[0]?.id ?? null)
  const [targets, setTargets] = useState<PolicyTargets>(
    (policy?.targets as PolicyTargets | undefined) ?? { acknowledge: 60, contact: 480, resolve: 1440 },
  )
  const [warn, setWarn] = useState<number | null>(policy ? policy.warn_before_min : 30)
  const [ladder, setLadder] = useState<Rung[]>(policy?.ladder ?? [{ after_min: 0, notify: 'manager' }])
  const save = useSave(policy)
  const errors = fieldErrors(save.error)
  const content: PolicyContent = { targets: targets as PolicyContent['targets'], warnBefore: warn, ladder }
  const body: PolicyInput = { name, calendar: calendar ?? '', ...nulls(targets), warn_before_min: warn, ladder }
  const drawn = calendar ? compileCalendarItem(calendars, calendar) : null
  return (
    <Page
      title={policy?.name ?? t('New policy')}
      crumbs={[{ label: t('Promises'), href: pathTo('/settings/promises') }]}
      actions={
        <>
          {policy && (
            <LinkButton href={pathTo('/settings/promises/simulator', { policy: policy.id })}>{t('Try changes')}</LinkButton>
          )}
          <Button
            variant="main"
            busy={save.isPending}
            onPress={() => save.mutate(body)}
            disabledReason={whyNot(may, name, calendar, targets)}
          >
            {t('Save')}
          </Button>
        </>
      }
      aside={
        drawn && (
          <Section title={t('Had it begun now')} note={drawn.name}>
            <SimulatedPromises
              simulation={{
                content: { ...content, targets: defined(targets) },
                calendar: drawn,
                start: now,
                zone: zoneOf(drawn),
              }}
            />
          </Section>
        )
      }
    >
      {save.error && (
        <Notice tone="late" live title={explain(save.error).title}>
          {Object.entries(errors)
            .map(([path, message]) => `${path}: ${message}`)
            .join('; ') || explain(save.error).detail}
        </Notice>
      )}
      {offered.length === 0 && (
        <Notice tone="soon" title={t('A policy needs a working calendar')}>
          <TextLink href={pathTo('/settings/calendars/new')}>{t('Add a calendar first')}</TextLink>
        </Notice>
      )}
      <Section title={t('Name and calendar')}>
        <div className="flex flex-wrap items-end gap-4">
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} className="w-72 max-w-full" />
          <Select
            label={t('Calendar')}
            options={offered.map(item => ({ id: item.id, label: item.name }))}
            value={calendar}
            onChange={setCalendar}
            className="w-64"
          />
        </div>
      </Section>
      <Section title={t('Promises of an alert')} note={t('Empty: not promised')}>
        <TargetFields names={targetNames.slice(0, 3)} targets={targets} onChange={setTargets} />
      </Section>
      <Section title={t('Promises of a ticket')} note={t('Empty: not promised')}>
        <TargetFields names={targetNames.slice(3)} targets={targets} onChange={setTargets} />
      </Section>
      <Section title={t('Before')}>
        <DurationField label={t('Remind the owner when so much is left')} value={warn} onChange={setWarn} />
      </Section>
      <Section title={t('If nobody acts')}>
        <LadderEditor ladder={ladder} onChange={setLadder} />
      </Section>
    </Page>
  )
}

const nulls = (targets: PolicyTargets) => Object.fromEntries(targetNames.map(target => [target, targets[target] ?? null]))

const defined = (targets: PolicyTargets): PolicyContent['targets'] =>
  Object.fromEntries(targetNames.flatMap(target => (targets[target] === undefined ? [] : [[target, targets[target]]])))

function whyNot(may: boolean, name: string, calendar: string | null, targets: PolicyTargets): string | false {
  if (!may) return t('Only those who may write rules change promises.')
  if (name.trim() === '') return t('Give it a name first.')
  if (!calendar) return t('Add a calendar first.')
  return Object.keys(defined(targets)).length === 0 && t('Promise something first.')
}

function useSave(policy: PolicyItem | undefined) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: PolicyInput): Promise<unknown> =>
      policy ? sla.changePolicy({ params: { id: policy.id }, body }) : sla.createPolicy({ body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['policies'] })
      toast(t('Saved. It holds from now on.'))
      await navigate({ href: pathTo('/settings/promises') })
    },
    onError: () => {},
  })
}
