import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settings } from '../../accounts/web/client.ts'
import { SenderSection } from '../../accounts/web/organisation/SenderSection.tsx'
import { useMay } from '../../accounts/web/session.ts'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CheckboxGroup } from '../../kit/web/ui/form/CheckboxGroup.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { NumberField } from '../../kit/web/ui/form/NumberField.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { SenderCheck } from '../../mail/web/SenderCheck.tsx'
import { weekdays, type Weekday } from '../../accounts/orgSettings.ts'
import type { sendingContract } from '../sendingContract.ts'
import { sending } from './client.ts'

/** Whether mail of the organisation is believed, how often a person may be asked, and when mail leaves by itself. */
export function MailSettingsPage() {
  const org = useQuery(settings.org.query())
  const rules = useQuery(sending.readRules.query())
  return (
    <SettingsPage title={t('Mail and invitations')}>
      <div className="max-w-measure">
        <Load query={org}>{now => <SenderSection org={now}>{address => <SenderCheck address={address} />}</SenderSection>}</Load>
        <Load query={rules}>{now => <Rules rules={now} />}</Load>
      </div>
    </SettingsPage>
  )
}

type SendingRulesReply = Result<typeof sendingContract.readRules>

// 1 January 2024 was a Monday.
const dayName = (day: Weekday) =>
  new Intl.DateTimeFormat(t.intl, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)))

function Rules({ rules }: { rules: SendingRulesReply }) {
  const may = useMay('org.manage')
  const queries = useQueryClient()
  const [across, setAcross] = useState<number | null>(rules.acrossSurveys)
  const [same, setSame] = useState<number | null>(rules.sameSurvey)
  const open = weekdays.filter(day => rules.hours[day]?.length)
  const [days, setDays] = useState<Weekday[]>([...open])
  const [first] = open.flatMap(day => rules.hours[day] ?? [])
  const [from, setFrom] = useState(first?.[0] ?? '08:00')
  const [to, setTo] = useState(first?.[1] ?? '20:00')
  const save = useMutation({
    mutationFn: () => {
      const hours = Object.fromEntries(days.map(day => [day, [[from, to] as [string, string]]]))
      return sending.saveRules({ body: { acrossSurveys: across || null, sameSurvey: same || null, hours } })
    },
    onSuccess: () => toast(t('Saved. It holds from the next invitation on.')),
    onError: toastError,
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Section
      title={t('How often one person is asked')}
      note={t('An invitation that a rule holds back is listed with the reason.')}
    >
      <div className="flex flex-col items-start gap-4">
        <NumberField
          label={t('Days between two invitations, over all surveys')}
          hint={t('Empty: as often as you like.')}
          value={across}
          onChange={setAcross}
          min={1}
          max={730}
          optional
          className="w-80 max-w-full"
        />
        <NumberField
          label={t('Days between two invitations to the same survey')}
          value={same}
          onChange={setSame}
          min={1}
          max={730}
          optional
          className="w-80 max-w-full"
        />
        <CheckboxGroup
          label={t('Days on which mail leaves by itself')}
          hint={t('For reminders, recurring and evenly spread invitations.')}
          options={weekdays.map(id => ({ id, label: dayName(id) }))}
          value={days}
          onChange={setDays}
        />
        <div className="flex gap-3">
          <TextField label={t('From')} value={from} onChange={setFrom} placeholder="08:00" className="w-28" />
          <TextField label={t('Until')} value={to} onChange={setTo} placeholder="20:00" className="w-28" />
        </div>
        <Button
          busy={save.isPending}
          disabledReason={!may ? t('Only administrators') : days.length === 0 && t('Choose at least one day.')}
          onPress={() => save.mutate()}
        >
          {t('Save')}
        </Button>
      </div>
    </Section>
  )
}
