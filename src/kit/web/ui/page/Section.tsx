import { type ReactNode, useId } from 'react'

export interface SectionProps {
  title: string
  /** Beside the title: “4,107 answers replayed in 0.8 s”. */
  note?: ReactNode
  /** At the end of the line: a link or a button. */
  more?: ReactNode
  children: ReactNode
}

/** Sections part by a hairline and 24 px; no boxes. Under a row of places that row's line is enough. */
export function Section({ title, note, more, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="mt-6 border-t border-line pt-6 first:mt-0 first:border-t-0 first:pt-0 [nav+&]:mt-0 [nav+&]:border-t-0 [nav+&]:pt-0"
    >
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="font-strong">
          {title}
        </h2>
        {note && <span className="text-small text-ink-2">{note}</span>}
        {more && <span className="ms-auto text-small">{more}</span>}
      </header>
      {children}
    </section>
  )
}
