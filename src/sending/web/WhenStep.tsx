import { t } from '../../kit/i18n.ts'
import { DatePicker } from '../../kit/web/ui/form/DatePicker.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { NumberField } from '../../kit/web/ui/form/NumberField.tsx'
import { RadioGroup } from '../../kit/web/ui/form/RadioGroup.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { StepProps } from './AudienceStep.tsx'
import { todayText } from './sendingWords.tsx'

/** When it leaves, and who is reminded. */
export const WhenStep = ({ draft, onChange, anonymous }: StepProps & { anonymous: boolean }) => (
  <div className="flex flex-col gap-5">
    <RadioGroup
      label={t('When does it leave?')}
      value={draft.when}
      onChange={when => onChange({ when })}
      options={[
        { id: 'now', label: t('At once') },
        { id: 'later', label: t('Later') },
        {
          id: 'spread',
          label: t('Evenly spread over some days'),
          detail: t('Answers then come in all the time, within your sending hours.'),
        },
        { id: 'recurring', label: t('Again and again'), detail: t('Each time it asks whoever fits by then.') },
      ]}
    />
    <Fields draft={draft} onChange={onChange} />
    <TextField
      label={t('Remind those who have not answered')}
      hint={t('Days after the invitation, as in 3, 7. Empty: no reminder.')}
      value={draft.reminders}
      onChange={reminders => onChange({ reminders })}
      className="w-72 max-wide:w-full"
    />
    {anonymous && draft.reminders.trim() !== '' && (
      <Notice icon="eye" title={t('This survey is anonymous')}>
        {t('Nobody knows who has answered, so the reminder goes to everybody who was asked.')}
      </Notice>
    )}
  </div>
)

function Fields({ draft, onChange }: StepProps) {
  const today = todayText()
  const clock = (
    <TextField
      label={t('Time')}
      value={draft.clock}
      onChange={next => onChange({ clock: next })}
      placeholder="09:00"
      className="w-28"
    />
  )
  const day = (label: string, optional = false) => (
    <DatePicker label={label} value={draft.day} onChange={next => onChange({ day: next })} min={today} optional={optional} />
  )
  const until = (label: string, optional = false) => (
    <DatePicker
      label={label}
      value={draft.until}
      onChange={next => onChange({ until: next })}
      min={draft.day ?? today}
      optional={optional}
    />
  )
  if (draft.when === 'now') return null
  return (
    <div className="flex flex-wrap items-start gap-4">
      {draft.when === 'recurring' && (
        <>
          <NumberField
            label={t('Every')}
            value={draft.every}
            onChange={every => onChange({ every })}
            min={1}
            max={365}
            className="w-28"
          />
          <Select
            label={t('Unit of time')}
            options={[
              { id: 'day' as const, label: t('days') },
              { id: 'week' as const, label: t('weeks') },
              { id: 'month' as const, label: t('months') },
            ]}
            value={draft.unit}
            onChange={unit => onChange({ unit })}
            className="w-36"
          />
        </>
      )}
      {draft.when === 'later' && day(t('Day'))}
      {draft.when === 'spread' && day(t('From'), true)}
      {draft.when === 'recurring' && day(t('First day'))}
      {clock}
      {draft.when === 'spread' && until(t('Until'))}
      {draft.when === 'recurring' && until(t('Last day'), true)}
    </div>
  )
}
