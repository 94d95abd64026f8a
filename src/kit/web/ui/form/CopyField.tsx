import { useState } from 'react'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Button } from '../Button.tsx'
import { type FieldProps, inputClass } from './Field.tsx'

/** Something to take elsewhere: a link, a key. Selects itself, and copies with one press. */
export function CopyField({
  label,
  value,
  hint,
  className,
}: Pick<FieldProps, 'label' | 'hint' | 'className'> & { value: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label className="font-strong">
        {label}
        <input
          readOnly
          value={value}
          onFocus={event => event.target.select()}
          className={cx(inputClass, 'mt-1 font-mono text-small font-regular')}
        />
      </label>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
          {copied ? t('Copied') : t('Copy')}
        </Button>
        {hint && <span className="text-small text-ink-3">{hint}</span>}
      </span>
    </div>
  )
}
