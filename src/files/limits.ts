/** Files that one thing (a contact) may hold. */
export const MOST_AT_ONCE = 10

/** Pixels of a picture: what a phone takes (48 million) is let in, what would fill a reader's memory is not. */
export const MOST_PIXELS = 50_000_000
