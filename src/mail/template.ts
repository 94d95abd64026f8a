import type { Translate } from '../kit/i18n.ts'
import { defineManyPort } from '../kit/port.ts'
import type { Brand } from './brand.ts'
import type { Rendered } from './payload.ts'

export interface MailContext {
  org: string
  /** Where people reach us, without a slash at the end. */
  baseUrl: string
  brand: Brand
  t: Translate
}

export interface Picture {
  name: string
  png: Uint8Array
}

/** Says a mail from its data at the moment of sending: 100,000 invitations need not lie in the outbox as 100,000 pages. */
export interface MailTemplate {
  name: string
  render(data: Record<string, unknown>, context: MailContext): Rendered
  /** Pictures that the HTML names as `cid:…`; drawn when the mail is sent or read. */
  pictures?(data: Record<string, unknown>): Promise<Picture[]>
}

/** The kinds of mail: each room that writes to people says how its mail is worded. */
export const mailTemplates = defineManyPort<MailTemplate>('mailTemplates')
