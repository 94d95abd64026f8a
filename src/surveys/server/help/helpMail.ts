// @words everybody
import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { localeOfAddress } from '../../../accounts/server/readerLocale.ts'
import type { Translate } from '../../../kit/i18n.ts'
import { translator } from '../../../kit/translator.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { post } from '../../../kit/server/outbox.ts'
import { noticeMail } from '../../../mail/notice.ts'
import { forgetPart } from '../../../mail/server/forget.ts'
import type { MailDelivery } from '../../../mail/server/deliveryWatchers.ts'
import type { MailTemplate } from '../../../mail/template.ts'
import type { HelpRequestInput } from './helpRequestInput.ts'
import { unsealReturnPath } from './returnPath.ts'

const REPLY = 'help-reply '

export const helpTitle = ({ surveyName, phone }: HelpRequestInput, t: Translate): string =>
  phone ? t('Please call: “{survey}”', { survey: surveyName }) : t('Help needed in “{survey}”', { survey: surveyName })

/** To whoever looks after the survey, in their language. */
export async function mailOwner(
  tx: Tx,
  to: string,
  href: string,
  prompt: string | undefined,
  asked: HelpRequestInput,
): Promise<void> {
  const t = translator(await localeOfAddress(tx, to))
  const { id, surveyName: survey, message, email, phone } = asked
  const who = prompt
    ? t('Somebody who is answering “{survey}” asks for help at the question “{prompt}”:', { survey, prompt })
    : t('Somebody who is answering “{survey}” asks for help:', { survey })
  const how = email
    ? t('They left an address, so your reply reaches them by mail.')
    : t('They left no address: your reply is shown when they open the page again.')
  const words = phone
    ? [t('Somebody who answered “{survey}” asks to be called: {phone}', { survey, phone }), message]
    : [who, message, how]
  const link = `${phone ? t('Say what came of it') : t('Reply here')}:\n${accountSettings.call().publicUrl}${href}`
  const payload = { to, subject: helpTitle(asked, t), text: [...words, link].join('\n\n'), locale: t.locale }
  await post(tx, { kind: 'mail', key: `help ${id}`, payload })
}

export interface HelpReplyMail {
  id: string
  to: string
  locale: string
  organisation: string
  text: string
  /** Sealed. */
  back: string
  anonymous: boolean
}

/** To who asked: the reply, and the way back to the same question. */
export async function mailReply(tx: Tx, { id, to, locale, organisation, text, back, anonymous }: HelpReplyMail): Promise<void> {
  const subject = translator(locale)('Your question to {org}', { org: organisation })
  const data = { subject, text, back }
  // Who reads the Outbox could otherwise follow the link to the answers of an address.
  const payload = { to, subject, locale, template: 'help-reply', data, auto: false, ...(anonymous && { confidential: true }) }
  await post(tx, { kind: 'mail', key: REPLY + id, payload })
}

export const helpReplyTemplate: MailTemplate = {
  name: 'help-reply',
  render: (data, { baseUrl, brand, t }) => {
    const { subject, text, back } = data as { subject: string; text: string; back?: string }
    const path = back && unsealReturnPath(back)
    const action = path ? { label: t('Go on where you were'), url: baseUrl + path } : undefined
    return noticeMail({ subject, title: subject, words: [text], ...(action && { action }) }, brand, t)
  },
}

/** Once the reply has left, nothing here leads from an address to answers. */
export async function forgetReturnPath(tx: Tx, { id, key, state }: MailDelivery): Promise<void> {
  if (state === 'sent' && key.startsWith(REPLY)) await forgetPart(tx, id, 'back')
}
