import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Progress } from '../../../kit/web/ui/state/Progress.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { useNow } from '../../../kit/web/useNow.ts'
import { days } from '../../../kit/words.ts'
import { quarterOf } from '../../../people/day.ts'
import type { PolicyItem } from '../../../sla/contract.ts'
import type { SimulatorPanelProps } from '../../../sla/web/simulatorPanels.ts'
import { draftOf, otherTermsOf } from '../../policyReplay/policyDraft.ts'
import { promises } from '../../../rules/promiseNames.ts'
import { ReplayOutcome } from './ReplayOutcome.tsx'
import { SaveTerms } from './SaveTerms.tsx'
import { TermsFields } from './TermsFields.tsx'
import { MOST, type PolicyTrial, usePolicyReplay } from './usePolicyReplay.ts'

/** A policy as one would like to have it, tried on the alerts of last quarter: what would have been kept, and who would have been told. */
export function PolicyReplay({ policies, calendars }: SimulatorPanelProps) {
  const [{ policy: chosen, time }, setSearch] = useSearchParams({ policy: '', time: 'last' })
  const offered = policies.filter(({ targets }) => promises.some(name => targets[name] !== undefined))
  const policy = offered.find(({ id }) => id === chosen) ?? offered[0]
  if (!policy) return null
  return (
    <Section title={t('Try changes on alerts of the past')} note={t('Nothing is changed, and nobody is told.')}>
      <div className="mb-5 flex flex-wrap items-end gap-4">
        <Select
          label={t('Policy to change')}
          options={offered.map(({ id, name }) => ({ id, label: name }))}
          value={policy.id}
          onChange={id => setSearch({ policy: id })}
          className="w-64 max-wide:w-full"
        />
        <Select
          label={t('Alerts of')}
          options={[
            { id: 'last', label: t('Last quarter') },
            { id: 'this', label: t('This quarter so far') },
          ]}
          value={time}
          onChange={id => setSearch({ time: id })}
          className="w-56 max-wide:w-full"
        />
      </div>
      <Tried key={`${policy.id} ${policy.version} ${time}`} policy={policy} calendars={calendars} time={time} />
    </Section>
  )
}

interface TriedProps {
  policy: PolicyItem
  calendars: SimulatorPanelProps['calendars']
  time: string
}

function Tried({ policy, calendars, time }: TriedProps) {
  const [draft, setDraft] = useState(() => draftOf(policy))
  const [trial, setTrial] = useState<PolicyTrial | null>(null)
  const [stopped, setStopped] = useState(false)
  const today = new Date(useNow()).toISOString().slice(0, 10)
  const terms = otherTermsOf(policy, draft)
  const asked = { policy: policy.id, terms, from: time === 'this' ? quarterOf(today) : undefined }
  const replay = usePolicyReplay(trial, stopped)
  const nothing = Object.keys(draft.targets).length === 0 && t('Promise something first.')
  const start = () => {
    setStopped(false)
    setTrial(asked)
  }
  return (
    <>
      <TermsFields draft={draft} onChange={setDraft} calendars={calendars} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Button variant="main" busy={replay.going} disabledReason={nothing} onPress={start}>
          {t('Try it on these alerts')}
        </Button>
        <SaveTerms policy={policy} terms={terms} />
      </div>
      <div className="mt-6" aria-live="polite">
        {replay.error && <ErrorState error={replay.error} retry={replay.retry} />}
        {replay.going && <Going replay={replay} onStop={() => setStopped(true)} />}
        {!replay.going && replay.about && (
          <ReplayOutcome alerts={replay.alerts} about={replay.about} stale={JSON.stringify(trial) !== JSON.stringify(asked)} />
        )}
      </div>
    </>
  )
}

function Going({ replay, onStop }: { replay: ReturnType<typeof usePolicyReplay>; onStop: () => void }) {
  const { about, alerts } = replay
  return (
    <div className="grid max-w-[32rem] gap-3">
      <Progress
        label={
          about ? t('Going through the alerts of {days}', { days: days(about.from, about.to) }) : t('Going through the alerts')
        }
        done={alerts.length}
        total={about ? Math.min(about.total, MOST) : null}
      />
      {about && (
        <div>
          <Button size="small" onPress={onStop}>
            {t('Stop')}
          </Button>
        </div>
      )}
    </div>
  )
}
