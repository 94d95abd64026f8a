import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { inputClass } from './Field.tsx'
import { Icon } from '../Icon.tsx'

export interface SearchFieldProps {
  /** What is searched, as in “Find in responses”: name and placeholder. */
  label: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** With Enter; cleared is ''. */
  onSubmit?: (value: string) => void
  autoFocus?: boolean
  className?: string
}

export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} {...rest} onClear={() => rest.onSubmit?.('')} className={cx('group min-w-40', className)}>
      <Group className={inputClass}>
        <Icon name="search" className="text-ink-3" />
        <Input
          placeholder={label}
          className="min-w-0 flex-1 self-stretch bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Button
          aria-label={t('Clear')}
          className="grid size-6 place-items-center rounded-sm text-ink-3 group-data-empty:hidden hover:bg-hover"
        >
          <Icon name="close" size={14} />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
