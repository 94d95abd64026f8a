import type { ReactNode } from 'react'

/** One group of the kit: its name at the side, what it shows beside. */
export const Specimen = ({ name, children }: { name: string; children: ReactNode }) => (
  <section
    aria-label={name}
    className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-8 gap-y-2 border-t border-line py-6 first:border-t-0 first:pt-0 max-wide:grid-cols-[minmax(0,1fr)]"
  >
    <h2 className="font-strong">{name}</h2>
    <div className="min-w-0">{children}</div>
  </section>
)

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-7 gap-y-3 not-first:mt-3">{children}</div>
)

export const Grid = ({ children, of = 3 }: { children: ReactNode; of?: 2 | 3 }) => (
  <div
    className={of === 3 ? 'grid items-start gap-6 wide:grid-cols-2 desk:grid-cols-3' : 'grid items-start gap-6 wide:grid-cols-2'}
  >
    {children}
  </div>
)
