let last = '/responses'

/** Remembers which selection was read last, so that a response leads back to it. */
export const rememberPlace = (href: string): void => void (last = href)

export const lastPlace = (): string => last
