import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n.ts'
import { Icon } from './Icon.tsx'

/** A short word about a thing: “draft”, “business”. With `onRemove` it can be taken off. */
export function Tag({ children, onRemove, name }: { children: ReactNode; onRemove?: () => void; name?: string }) {
  return (
    <span className="inline-flex h-[1.375rem] items-center gap-1 rounded-sm bg-hover px-[.4375rem] text-micro whitespace-nowrap text-ink-2">
      {children}
      {onRemove && (
        <Button
          onPress={onRemove}
          aria-label={t('Remove {name}', { name: name ?? (typeof children === 'string' ? children : '') })}
          className="-me-1 grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
        >
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  )
}
