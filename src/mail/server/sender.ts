import type { Sender } from './mime.ts'

export interface SenderDefaults {
  mailFrom?: string | undefined
  smtpUrl?: string | undefined
  publicUrl: string
}

/** Who a mail of this organisation comes from: its own sender, else the installation's, under the organisation's name. */
export function senderOf(org: { name: string; settings: unknown }, defaults: SenderDefaults): Sender {
  const own = ((org.settings ?? {}) as { sender?: { name?: string; address?: string } }).sender
  return { name: own?.name || org.name, address: own?.address || installationSender(defaults) }
}

function installationSender({ mailFrom, smtpUrl, publicUrl }: SenderDefaults): string {
  if (mailFrom) return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom
  const user = smtpUrl && decodeURIComponent(new URL(smtpUrl).username)
  if (user && user.includes('@')) return user
  const { hostname } = new URL(publicUrl)
  return `no-reply@${hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? hostname : `${hostname}.localdomain`}`
}
