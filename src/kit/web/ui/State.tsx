import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Sign, type StateIconKind } from './Sign.tsx'

const tones: Record<StateIconKind, string> = {
  late: 'text-bad font-strong',
  soon: 'text-warn font-strong',
  failed: 'text-bad',
  good: 'text-good',
  running: 'text-ink-2',
  paused: 'text-ink-2',
  kept: 'text-ink-2',
  even: 'text-ink-2',
  hidden: 'text-ink-2',
  idle: 'text-ink-3',
}

/** A state is a shape and a word: `late` and `soon` are the only ones with a warning colour. */
export function State({ kind, children, className }: { kind: StateIconKind; children: ReactNode; className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 wide:whitespace-nowrap', tones[kind], className)}>
      <Sign kind={kind} />
      <span>{children}</span>
    </span>
  )
}
