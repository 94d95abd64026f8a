import { definePort } from '../../kit/port.ts'

/** What signing in needs to know of the installation's settings. */
export interface AccountSettings {
  publicUrl: string
  /** Anybody may open an organisation. */
  openSignup: boolean
  /** Days that a session lives after it was last used. */
  sessionDays: number
  /** Days in which the deletion of an organisation can be undone. */
  graceDays: number
  /** Encrypts what must be read again: the secrets of second factors. */
  secret: string
}

/** How one signs in and how long one stays: the operator's settings. */
export const accountSettings = definePort<() => AccountSettings>('accountSettings')
