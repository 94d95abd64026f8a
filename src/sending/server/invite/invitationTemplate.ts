import { type InvitationLinks, invitationMail } from '../../../mail/invitation.ts'
import type { MailTemplate } from '../../../mail/template.ts'
import type { InvitationData } from './postInvitation.ts'
import { optOutToken, personalToken } from './token.ts'

/** The invitation as it is sent and as the Outbox shows it: the personal links are made here, and lie nowhere. */
export const invitationTemplate: MailTemplate = {
  name: 'invitation',
  render: (raw, { baseUrl, brand, t }) => {
    const data = raw as unknown as InvitationData
    return invitationMail(data, invitationLinks(data, baseUrl), brand, t)
  },
}

export function invitationLinks(
  { invitation, code, link, preview, locales, lang }: InvitationData,
  baseUrl: string,
): InvitationLinks {
  const answer = preview ?? `${baseUrl}/f/${link ?? personalToken(code, invitation!)}`
  const others = locales.filter(locale => locale !== lang)
  return {
    answer,
    help: preview ? answer : `${answer}/help`,
    optOut: invitation ? `${baseUrl}/o/${optOutToken(code, invitation)}` : answer,
    languages: others.slice(0, 5).map(locale => ({ label: ownName(locale), url: `${answer}?lang=${locale}` })),
  }
}

function ownName(locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}
