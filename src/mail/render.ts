import type { Brand } from './brand.ts'
import type { MailPayload, Rendered } from './payload.ts'
import { plainMail } from './plain.ts'
import { type MailContext, mailTemplates, type Picture } from './template.ts'

/** The mail that a payload stands for, as the carrier sends it and the Outbox shows it. */
export function renderMail(payload: MailPayload, context: MailContext): Rendered {
  const { subject, text = '', template } = payload
  if (template) {
    const found = mailTemplates.all().find(one => one.name === template)
    if (!found) throw new Error(`No mail template named ${template}`)
    return found.render(payload.data ?? {}, context)
  }
  return { subject, text, html: payload.html ?? plainMail({ subject, text }, context.brand, context.t) }
}

/** The pictures that go with it, drawn anew each time: the outbox keeps only what they show. */
export async function picturesOf({ template, data = {} }: MailPayload): Promise<Picture[]> {
  const found = mailTemplates.all().find(one => one.name === template)
  return (await found?.pictures?.(data)) ?? []
}

/** How an organisation looks, from its row: unknown settings are left out rather than refused. */
export function brandOf(org: { name: string; settings: unknown }, baseUrl: string): Brand {
  const settings = (org.settings ?? {}) as Record<string, unknown>
  const say = (key: string) => (typeof settings[key] === 'string' && settings[key] !== '' ? (settings[key] as string) : undefined)
  const logo = say('logo')
  return {
    name: org.name,
    colour: say('colour'),
    address: say('address'),
    logoUrl: logo && (/^https?:\/\//.test(logo) ? logo : `${baseUrl}/${logo.replace(/^\/+/, '')}`),
  }
}
