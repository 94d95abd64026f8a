import { noteOn, type Reading } from '../reading.ts'

/** A reading as the API gives it. */
export const tell = (reading: Reading) => ({ ...reading, note: noteOn(reading) })
