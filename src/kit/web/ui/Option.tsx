import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'
import { Icon } from './Icon.tsx'
import { itemClass } from './optionClass.ts'

/** One thing to choose, in Select and ComboBox. */
export interface Option {
  id: string
  label: string
  /** At the end of the row: “4 open”. */
  detail?: string
  /** Before the label: an Avatar, an Icon. */
  before?: ReactNode
  /** Cannot be chosen now; the reason takes the place of the detail (“away to 20 March”). */
  disabledReason?: string | null | false
}

export function OptionList({ options, empty }: { options?: Iterable<Option>; empty?: string }) {
  return (
    <ListBox
      items={options}
      className="max-h-80 overflow-y-auto outline-none"
      renderEmptyState={() => <div className="px-2 py-1.5 text-ink-3">{empty ?? t('Nothing found')}</div>}
    >
      {(option: Option) => <OptionItem option={option} />}
    </ListBox>
  )
}

const OptionItem = ({ option }: { option: Option }) => (
  <ListBoxItem id={option.id} textValue={option.label} isDisabled={Boolean(option.disabledReason)} className={itemClass}>
    {({ isSelected }) => (
      <>
        {option.before}
        <Text slot="label" className={cx('min-w-0 flex-1 truncate', isSelected && 'font-strong')}>
          {option.label}
        </Text>
        {(option.disabledReason || option.detail) && (
          <Text slot="description" className="text-small whitespace-nowrap text-ink-3">
            {option.disabledReason || option.detail}
          </Text>
        )}
        {isSelected && <Icon name="check" size={14} className="text-accent" />}
      </>
    )}
  </ListBoxItem>
)
