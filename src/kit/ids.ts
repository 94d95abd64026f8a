import { uuidv7 } from 'uuidv7'

/** A UUIDv7: sorts by the time it was made, so that newest-first lists page by id. */
export const newId = (): string => uuidv7()

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (text: string): boolean => uuid.test(text)
