import { t } from '../../kit/i18n.ts'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'

interface SegmentChipsProps {
  /** What occurs: values by segment. */
  known: Readonly<Record<string, readonly string[]>>
  chosen: Readonly<Record<string, string>>
  onChange: (key: string, value: string) => void
}

/** One chip for each segment that is set, and one to add another. */
export function SegmentChips({ known, chosen, onChange }: SegmentChipsProps) {
  const left = Object.keys(known).filter(key => !(key in chosen))
  return (
    <>
      {Object.entries(chosen).map(([key, value]) => (
        <Chip key={key} label={key} value={value} onRemove={() => onChange(key, '')} />
      ))}
      {left.length > 0 && (
        <Popover label={t('Segment')} trigger={<Chip icon="add" label={t('Segment')} />} className="w-72 max-w-full">
          {close => (
            <ComboBox
              label={t('Segment')}
              options={left.flatMap(key =>
                known[key]!.map(value => ({ id: JSON.stringify([key, value]), label: value, detail: key })),
              )}
              value={null}
              onChange={id => {
                if (id === null) return
                const [key, value] = JSON.parse(id) as [string, string]
                onChange(key, value)
                close()
              }}
            />
          )}
        </Popover>
      )}
    </>
  )
}
