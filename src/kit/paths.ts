import type { Page } from './vocabulary.ts'

declare const built: unique symbol
/** An address that was built from what exists (a page, a call of the API), not written by hand. */
export type Href = string & { readonly [built]: true }

type ParamsOf<Path extends string> = Path extends `${infer Start}/${infer Rest}`
  ? ParamsOf<Start> | ParamsOf<Rest>
  : Path extends `$${infer Name}`
    ? Name
    : never

type Given = Readonly<Record<string, string | number | undefined>>

/**
 * The address of a page of the console: `pathTo('/alerts/$id', { id, '#': 'contact' })` → `/alerts/…#contact`. What is no parameter
 * of the page goes into its search, what is empty or undefined stays away, and `#` names a place on the page.
 */
export function pathTo<P extends Page>(
  page: P,
  ...[given = {}]: [ParamsOf<P>] extends [never] ? [given?: Given] : [given: Given & Readonly<Record<ParamsOf<P>, string>>]
): Href {
  const { '#': place, ...rest } = given
  const used = new Set<string>()
  const path = page.replace(/\$(\w+)/g, (_, name: string) => {
    used.add(name)
    return encode(rest[name])
  })
  const search = Object.entries(rest).flatMap(([name, value]) =>
    used.has(name) || value === undefined || value === '' ? [] : [`${encode(name)}=${encode(value)}`],
  )
  return `${path}${search.length > 0 ? `?${search.join('&')}` : ''}${place ? `#${place}` : ''}` as Href
}

const encode = (value: unknown): string => encodeURIComponent(String(value).toWellFormed())

/** An address that leads out of the console: `mailto:`, `tel:`, a file, a link that somebody wrote. */
export const outside = (address: string): Href => address as Href
