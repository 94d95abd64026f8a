import { cx } from '../cx.ts'

/** A key, as it stands on a button or in the list of shortcuts. A finger has no keys. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      aria-hidden="true"
      className={cx(
        'inline-block min-w-[1.125rem] rounded-[4px] border border-[color-mix(in_srgb,currentColor_45%,transparent)] px-1 text-center font-sans text-[.6875rem] leading-4 font-regular max-wide:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
