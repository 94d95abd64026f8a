// What people type is text, not a pattern: its signs of LIKE mean themselves.
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** A pattern for `like` that finds what contains this text. */
export const containing = (text: string): string => `%${literal(text)}%`

/** A pattern for `like` that finds what begins with this text. */
export const startingWith = (text: string): string => `${literal(text)}%`
