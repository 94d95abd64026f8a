import { type Href, pathTo } from '../../../kit/paths.ts'

let last = pathTo('/responses')

/** Remembers which selection was read last, so that a response leads back to it. */
export const rememberPlace = (href: Href): void => void (last = href)

export const lastPlace = (): Href => last
