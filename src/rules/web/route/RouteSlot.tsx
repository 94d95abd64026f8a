import { t } from '../../../kit/i18n.ts'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { Slot } from '../../../kit/web/ui/page/Slot.tsx'
import type { RouteStep } from '../../../routing/route.ts'
import { stepWords } from '../../ruleWords.ts'
import { ColleagueField } from './ColleagueField.tsx'
import { StepWhenFields } from './StepWhenFields.tsx'
import { TeamFields } from './TeamFields.tsx'
import { useStepWords } from './useStepWords.ts'
import { SlotButtons } from '../slot/SlotButtons.tsx'

const ways = ['unit-manager', 'skip', 'account-owner', 'team', 'person'] as const
type RouteStepKind = (typeof ways)[number]

export interface RouteSlotProps {
  step: RouteStep
  /** Languages in which the survey is answered. */
  locales: readonly string[]
  onChange: (step: RouteStep) => void
  onRemove: (() => void) | undefined
}

/** One step of the way to an owner: who, and for whom or when. */
export function RouteSlot({ step, locales, onChange, onRemove }: RouteSlotProps) {
  const words = useStepWords()
  const at = step.when && { when: step.when }
  const set = (to: RouteStepKind) => {
    if (to === 'team') onChange({ to, team: '', by: 'turn', ...at })
    else if (to === 'person') onChange({ to, email: '', ...at })
    else onChange({ to, ...at })
  }
  return (
    <Popover label={t('Who owns the alert')} trigger={<Slot>{words(step)}</Slot>} className="w-88 max-w-full">
      {close => (
        <div className="grid gap-3">
          <RadioGroup
            label={t('Who owns the alert')}
            value={step.to}
            onChange={set}
            options={ways.map(to => ({ id: to, label: wayWords(to) }))}
          />
          {step.to === 'team' && <TeamFields step={step} onChange={onChange} />}
          {step.to === 'person' && <ColleagueField value={step.email} onChange={email => onChange({ ...step, email })} />}
          <StepWhenFields
            locales={locales}
            value={step.when ?? {}}
            onChange={({ segment, language, open }) => {
              const { when: _, ...rest } = step
              const said = { ...(segment && { segment }), ...(language && { language }), ...(open && { open }) }
              onChange(Object.keys(said).length > 0 ? { ...rest, when: said } : rest)
            }}
          />
          <SlotButtons close={close} onRemove={onRemove} />
        </div>
      )}
    </Popover>
  )
}

function wayWords(to: RouteStepKind): string {
  if (to === 'team') return t('somebody of a team')
  return to === 'person' ? t('a colleague') : stepWords({ to })
}
