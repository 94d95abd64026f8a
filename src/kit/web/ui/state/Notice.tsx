import type { ReactNode } from 'react'
import { cx } from '../../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Sign } from '../Sign.tsx'

const tones = {
  plain: 'border-line-strong bg-sunken',
  info: 'border-accent bg-accent-tint',
  soon: 'border-warn-mark bg-warn-tint',
  late: 'border-bad bg-bad-tint',
}

export interface NoticeProps {
  tone?: keyof typeof tones
  icon?: IconName
  title?: string
  children?: ReactNode
  /** Buttons and links below. */
  actions?: ReactNode
  /** Said aloud when it appears. */
  live?: boolean
}

/** Read this now. A tint says nothing else. */
export function Notice({ tone = 'plain', icon = 'eye', title, children, actions, live }: NoticeProps) {
  return (
    <div
      role={live ? 'alert' : undefined}
      className={cx('grid grid-cols-[1rem_minmax(0,1fr)] gap-3 border-s-3 px-4 py-3', tones[tone])}
    >
      <span className={cx('mt-0.5', tone === 'info' && 'text-accent')}>
        {tone === 'soon' || tone === 'late' ? <Sign kind={tone} /> : <Icon name={icon} />}
      </span>
      <div>
        {title && <b className="block">{title}</b>}
        {children && <div className={cx(title && 'mt-1 text-small text-ink-2')}>{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </div>
  )
}
