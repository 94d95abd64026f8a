import { initials } from '../../words.ts'
import { cx } from '../cx.ts'

// Six quiet grounds; which one a name gets is always the same.
const hues = ['var(--seq-2)', mix('#7a4fd0', 24), mix('#d18a1c', 26), mix('#5f8f2a', 26), mix('#c8503a', 24), mix('#3d6cb0', 24)]

export interface AvatarProps {
  name: string
  big?: boolean
  /** Looking at the same thing right now. */
  here?: boolean
}

/** Stands beside the name, so it says nothing to a screen reader. */
export function Avatar({ name, big, here }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      style={{ background: hues[[...name].reduce((sum, c) => sum + c.codePointAt(0)!, 0) % hues.length] }}
      className={cx(
        'relative inline-grid flex-none place-items-center rounded-full font-strong tracking-[.02em] text-ink select-none',
        big ? 'size-10 text-body' : 'size-6 text-[.625rem]',
      )}
    >
      {initials(name)}
      {here && <span className="absolute -end-px -bottom-px size-2 rounded-full bg-good ring-2 ring-[var(--page)]" />}
    </span>
  )
}

function mix(colour: string, share: number): string {
  return `color-mix(in srgb, ${colour} ${share}%, var(--page))`
}

/** Several people, overlapping; the names stand beside them in words. */
export const Avatars = ({ names }: { names: readonly string[] }) => (
  <span className="inline-flex [&>*+*]:-ms-1.5 [&>*+*]:ring-2 [&>*+*]:ring-[var(--page)]">
    {names.map(name => (
      <Avatar key={name} name={name} />
    ))}
  </span>
)

/** Avatar, name and what they are: “Manager, Kelby”. */
export const Person = ({ name, detail, big, here }: AvatarProps & { detail?: string }) => (
  <span className="inline-flex min-w-0 items-center gap-2">
    <Avatar name={name} big={big} here={here} />
    <span className="min-w-0">
      <span className={cx('truncate', big && 'block font-strong')}>{name}</span>
      {detail && <span className={cx('text-small text-ink-3', big ? 'block' : 'ms-1.5 inline-block')}>{detail}</span>}
    </span>
  </span>
)
