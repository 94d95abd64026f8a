/** What other rooms post into the outbox as `mail`: plain words, or the name of a template that says them. */
export interface MailPayload {
  to: string
  /** The person's name beside the address. */
  name?: string
  subject: string
  text?: string
  /** A whole HTML document; without it, `text` is set in the house's layout. */
  html?: string
  /** A template that a room registered (see template.ts), filled at the moment of sending. */
  template?: string
  data?: Record<string, unknown>
  locale?: string
  replyTo?: string
  /** Where one click ends mails like this (RFC 8058). */
  unsubscribe?: string
  /** False for what a person wrote to a person: an automatic reply to it is welcome. */
  auto?: boolean
  headers?: Record<string, string>
  /** Holds a link that opens somebody's login: the Outbox shows its words to the installation's operator only. */
  confidential?: boolean
}

/** A mail as it is read: what the carrier sends and what the Outbox shows. */
export interface Rendered {
  subject: string
  text: string
  html: string
}
