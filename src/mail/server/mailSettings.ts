import { definePort } from '../../kit/port.ts'

/** What the mail room knows of the installation. */
export interface MailSettings {
  smtpUrl?: string | undefined
  mailFrom?: string | undefined
  publicUrl: string
}

/** Where mail leaves from: the operator's settings. */
export const mailSettings = definePort<() => MailSettings>('mailSettings')
