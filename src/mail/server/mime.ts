import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailPayload, Rendered } from '../payload.ts'
import type { Picture } from '../template.ts'

export interface Sender {
  name: string
  address: string
}

/** The whole message as it goes over the wire. The Message-ID follows from the row: a second copy would be the same message. */
export function composeMime(
  id: string,
  payload: MailPayload,
  mail: Rendered,
  from: Sender,
  bulk: boolean,
  pictures: readonly Picture[] = [],
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: { name: payload.name ?? '', address: payload.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: pictures.map(({ name, png }) => ({
      cid: name,
      filename: `${name}.png`,
      content: Buffer.from(png),
      contentDisposition: 'inline' as const,
    })),
    replyTo: payload.replyTo,
    messageId: messageIdOf(id, from.address),
    headers: { ...payload.headers, ...automatic(payload, bulk), ...oneClick(payload) },
    // A payload is data: it may name neither files nor addresses to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

export const messageIdOf = (id: string, sender: string): string => `<${id}@${sender.split('@').at(-1)}>`

function automatic({ auto }: MailPayload, bulk: boolean): Record<string, string> {
  if (auto === false) return {}
  return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...(bulk && { Precedence: 'bulk' }) }
}

function oneClick({ unsubscribe }: MailPayload): Record<string, string> {
  if (!unsubscribe) return {}
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
