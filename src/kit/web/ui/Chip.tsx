import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'
import { Icon, type IconName } from './Icon.tsx'

export interface ChipProps {
  /** What is filtered: “Unit”. */
  label?: string
  /** By what: “Northmoor”. */
  value?: ReactNode
  icon?: IconName
  /** Opens the choice (as a trigger inside a Popover it needs none). */
  onPress?: () => void
  onRemove?: () => void
  selected?: boolean
}

const chip =
  'inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line-strong bg-page px-2 text-small text-ink-2 pointer-coarse:min-h-10'

/** A filter that is set, or (with `icon="add"`) one that could be. */
export function Chip({ label, value, icon, onPress, onRemove, selected }: ChipProps) {
  const tone = selected ? 'border-accent bg-selected' : ''
  const inside = (
    <>
      {icon && <Icon name={icon} size={14} className="text-ink-3" />}
      {label}
      {value && <b className="text-ink">{value}</b>}
    </>
  )
  if (!onRemove)
    return (
      <Button onPress={onPress} aria-pressed={selected} className={cx(chip, 'hover:bg-hover', tone)}>
        {inside}
      </Button>
    )
  return (
    <span className={cx(chip, tone, 'pe-0.5')}>
      {onPress ? (
        <Button onPress={onPress} className="inline-flex items-center gap-1.5">
          {inside}
        </Button>
      ) : (
        inside
      )}
      <Button
        onPress={onRemove}
        aria-label={t('Remove {name}', { name: label ?? '' })}
        className="grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-hover pointer-coarse:size-9"
      >
        <Icon name="close" size={12} />
      </Button>
    </span>
  )
}
