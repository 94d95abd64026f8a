import { t } from '../../../kit/i18n.ts'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { Slot } from '../../../kit/web/ui/page/Slot.tsx'
import type { AlertKind } from '../../alertKind.ts'
import type { Sign } from '../../condition.ts'
import { whyRuleDoesNotFit } from '../../ruleFit.ts'
import { byId, conditionWords } from '../../ruleWords.ts'
import { firstSign, kindOf, kindWords, type SignKind, signKinds, type WatchedSurvey, whyNotKind } from '../../signKinds.ts'
import { SignEditor } from './SignEditor.tsx'
import { SlotButtons } from '../slot/SlotButtons.tsx'

export interface ConditionSlotProps {
  sign: Sign
  /** It must not be so. */
  not: boolean
  watched: WatchedSurvey
  kind: AlertKind
  onChange: (sign: Sign, not: boolean) => void
  /** Absent where it is the only one. */
  onRemove: (() => void) | undefined
  /** It stands alone, so it may be silence. */
  maySilence: boolean
}

/** One condition in the sentence: what is looked at, and what must be so. */
export function ConditionSlot(props: ConditionSlotProps) {
  const { sign, not, watched } = props
  const words = conditionWords(not ? { not: sign } : sign, byId(watched.questions))
  const wrong = whyRuleDoesNotFit({ all: [sign] }, watched.questions, watched.anonymous)?.message
  return (
    <Popover
      label={t('Condition')}
      trigger={<Slot>{wrong ? <span className="text-bad">{words}</span> : words}</Slot>}
      className="w-88 max-w-full"
    >
      {close => <Editor {...props} wrong={wrong} close={close} />}
    </Popover>
  )
}

interface EditorProps extends ConditionSlotProps {
  wrong: string | undefined
  close: () => void
}

function Editor({ sign, not, watched, kind, onChange, onRemove, maySilence, wrong, close }: EditorProps) {
  const current = kindOf(sign)
  const whyNot = (one: SignKind) =>
    whyNotKind(one, watched) ?? (one === 'silence' && !maySilence ? t('stands on its own') : undefined)
  return (
    <div className="grid gap-3">
      <Select
        label={t('What is looked at')}
        hint={kindWords(current).detail}
        value={current}
        onChange={chosen => chosen !== current && onChange(firstSign(chosen, watched, kind), false)}
        options={signKinds.map(one => ({ id: one, label: kindWords(one).label, disabledReason: one !== current && whyNot(one) }))}
      />
      <SignEditor key={current} sign={sign} watched={watched} kind={kind} onChange={changed => onChange(changed, not)} />
      {current !== 'silence' && (
        <Checkbox checked={not} onChange={not => onChange(sign, not)}>
          {t('It must not be so')}
        </Checkbox>
      )}
      {wrong && (
        <p role="alert" className="text-small text-bad">
          {wrong}
        </p>
      )}
      <SlotButtons close={close} onRemove={onRemove} />
    </div>
  )
}
