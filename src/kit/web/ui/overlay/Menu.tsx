import type { Href } from '../../../paths.ts'
import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Kbd } from '../Kbd.tsx'
import { itemClass, popoverClass } from '../optionClass.ts'

export type MenuEntry =
  | {
      id: string
      label: string
      icon?: IconName
      before?: ReactNode
      detail?: string
      kbd?: string
      danger?: boolean
      /** Is the current one of several. */
      checked?: boolean
      disabledReason?: string | null | false
      href?: Href
      onAction?: () => void
    }
  | 'line'

export interface MenuProps {
  label: string
  entries: readonly (MenuEntry | null | false | undefined)[]
  /** The button that opens it. */
  children: ReactElement
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'end bottom'
}

export function Menu({ label, entries, children, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover offset={4} placement={placement} className={cx(popoverClass, 'min-w-48 max-w-80')}>
        <AriaMenu aria-label={label} className="max-h-[70vh] overflow-y-auto outline-none">
          {entries.map((entry, i) => {
            if (!entry) return null
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
            if (entry === 'line') return <Separator key={i} className="m-1 h-px bg-line" />
            return (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                href={entry.href}
                onAction={entry.onAction}
                isDisabled={Boolean(entry.disabledReason)}
                className={itemClass}
              >
                {entry.before ?? (entry.icon && <Icon name={entry.icon} className={entry.danger ? 'text-bad' : 'text-ink-3'} />)}
                <Text slot="label" className={cx('min-w-0 flex-1', entry.danger && 'text-bad', entry.checked && 'font-strong')}>
                  {entry.label}
                </Text>
                {(entry.disabledReason || entry.detail) && (
                  <Text slot="description" className="text-small text-ink-3">
                    {entry.disabledReason || entry.detail}
                  </Text>
                )}
                {entry.checked && <Icon name="check" size={14} className="text-accent" />}
                {entry.kbd && <Kbd>{entry.kbd}</Kbd>}
              </MenuItem>
            )
          })}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
