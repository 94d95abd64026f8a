import { t } from '../../../kit/i18n.ts'
import { unitsField } from '../unitsField.ts'

/** All units, or some with all below them; nothing where the directory has none to offer. */
export function UnitsChoice({ value, onChange }: { value: string[] | null; onChange: (units: string[] | null) => void }) {
  const { filled: Field } = unitsField
  if (!Field) return null
  const hint = t('Without a choice: the whole organisation. With one: these units and all below them.')
  return <Field label={t('Units')} hint={hint} value={value} onChange={onChange} />
}
