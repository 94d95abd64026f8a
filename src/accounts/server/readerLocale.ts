import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Filled by the directory, which may know the language of an address that never chose one. */
export const readerLocale = definePort<(tx: Tx, email: string) => Promise<string>>('readerLocale')

/** In which language an address is written to: as its login chose, else as the directory knows it, else as the organisation speaks. */
export const localeOfAddress = (tx: Tx, email: string): Promise<string> => readerLocale.call(tx, email.toLowerCase())
