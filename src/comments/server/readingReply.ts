import { noteOn } from '../note.ts'
import type { Reading } from '../reading.ts'

/** A reading as the API gives it. */
export const readingReply = (reading: Reading, text: string) => ({ ...reading, note: noteOn(reading, text) })
