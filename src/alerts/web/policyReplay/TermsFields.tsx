import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import type { CalendarItem } from '../../../sla/contract.ts'
import { DurationField } from '../../../sla/web/DurationField.tsx'
import { LadderEditor } from '../../../sla/web/LadderEditor.tsx'
import { TargetFields } from '../../../sla/web/TargetFields.tsx'
import type { PolicyDraft } from '../../policyReplay/policyDraft.ts'
import { promises } from '../../../rules/promiseNames.ts'

export interface TermsFieldsProps {
  draft: PolicyDraft
  onChange: (draft: PolicyDraft) => void
  calendars: readonly CalendarItem[]
}

/** What can be tried otherwise: promises, hours, the reminder before and the ladder after. */
export function TermsFields({ draft, onChange, calendars }: TermsFieldsProps) {
  const offered = calendars.filter(item => !item.archived || item.id === draft.calendar)
  return (
    <div className="grid gap-x-12 gap-y-6 desk:grid-cols-2">
      <div className="grid content-start gap-4">
        <TargetFields
          names={promises}
          targets={draft.targets}
          onChange={targets => onChange({ ...draft, targets: targets as PolicyDraft['targets'] })}
        />
        <Select
          label={t('Calendar')}
          options={offered.map(({ id, name }) => ({ id, label: name }))}
          value={draft.calendar}
          onChange={calendar => onChange({ ...draft, calendar })}
          className="w-80 max-w-full"
        />
        <DurationField
          label={t('Remind the owner when so much is left')}
          value={draft.warn}
          onChange={warn => onChange({ ...draft, warn })}
        />
      </div>
      <div>
        <h3 className="mb-3 text-ink-2">{t('If nobody acts')}</h3>
        <LadderEditor ladder={draft.ladder} onChange={ladder => onChange({ ...draft, ladder })} />
      </div>
    </div>
  )
}
