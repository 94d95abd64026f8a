import { t } from '../../../kit/i18n.ts'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import type { SilenceTest } from '../../condition.ts'
import { SegmentField } from '../slot/SegmentField.tsx'
import type { SignProps } from './sign.ts'

/** Contacts who have not answered for so long. */
export const SilenceSign = ({ sign: { silence }, onChange }: SignProps<{ silence: SilenceTest }>) => (
  <>
    <NumberField
      label={t('Days without an answer')}
      value={silence.days}
      min={1}
      max={1000}
      onChange={days => days !== null && onChange({ silence: { ...silence, days } })}
    />
    <SegmentField
      label={t('Contacts with')}
      hint={t('Left empty: all contacts of customer accounts.')}
      value={silence.segment}
      onChange={segment => onChange({ silence: { ...silence, segment } })}
    />
  </>
)
