import { Chip } from '../../kit/web/ui/Chip.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'

interface ChoiceChipProps {
  label: string
  options: readonly { id: string; label: string }[]
  /** '' = any. */
  value: string
  onChange: (id: string) => void
}

/** One of a few, or any: a chip that opens its choice, and can be taken away. */
export function ChoiceChip({ label, options, value, onChange }: ChoiceChipProps) {
  if (value) {
    const chosen = options.find(({ id }) => id === value)
    return <Chip label={label} value={chosen?.label ?? value} onRemove={() => onChange('')} />
  }
  if (options.length === 0) return null
  return (
    <Menu
      label={label}
      placement="bottom start"
      entries={options.map(({ id, label }) => ({ id: `o ${id}`, label, onAction: () => onChange(id) }))}
    >
      <Chip icon="add" label={label} />
    </Menu>
  )
}
