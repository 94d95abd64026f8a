import { definePort } from '../../kit/port.ts'

/** What the operator decides. */
export interface FileSettings {
  /** Bytes of one file. */
  largest: number
  /** Bytes that one organisation may add in a day. */
  perDay: number
}

/** How large files may be: the operator's settings. */
export const fileSettings = definePort<() => FileSettings>('fileSettings')
