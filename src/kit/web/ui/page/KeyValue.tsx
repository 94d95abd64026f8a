import { Fragment, type ReactNode } from 'react'

/** Facts about one thing. What is null or false falls out. */
export function KeyValue({
  facts,
}: {
  facts: readonly (readonly [name: string, value: ReactNode] | null | false | undefined)[]
}) {
  return (
    <dl className="grid grid-cols-[fit-content(60%)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-wide:gap-x-3">
      {facts.map(
        fact =>
          fact && (
            <Fragment key={fact[0]}>
              <dt className="text-ink-3">{fact[0]}</dt>
              <dd className="min-w-0 break-words">{fact[1]}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
