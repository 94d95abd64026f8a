import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'
import { LoopRing } from '../LoopRing.tsx'

export interface EmptyProps {
  /** “Nothing is due today” */
  title: string
  /** What that means and what comes next. */
  children?: ReactNode
  /** One button that leads on. */
  action?: ReactNode
  /** Without one, the closed loop: a finished day. */
  icon?: IconName
}

export function Empty({ title, children, action, icon }: EmptyProps) {
  return (
    <div className="flex flex-col items-center px-6 py-10 text-center">
      <span className="text-ink-3">{icon ? <Icon name={icon} size={28} /> : <LoopRing done={4} size={32} silent />}</span>
      <h2 className="mt-3 mb-1 font-strong">{title}</h2>
      {children && <div className="mb-4 max-w-[26rem] text-pretty text-ink-2">{children}</div>}
      {action}
    </div>
  )
}
