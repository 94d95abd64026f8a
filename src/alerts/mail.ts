import type { Translate } from '../kit/i18n.ts'
import { noticeMail } from '../mail/notice.ts'
import type { MailTemplate } from '../mail/template.ts'

/** What a mail about an alert says: the finding first, the customer's words, one link to act. */
export interface AlertMail extends Record<string, unknown> {
  what: 'opened' | 'handed'
  alertId: string
  customer: string | null
  unit: string | null
  score: number | null
  most: number | null
  said: string | null
  /** Who handed it over, and why. */
  by?: string
  reason?: string
}

export const alertMail: MailTemplate = {
  name: 'alert',
  render(data, { brand, baseUrl, t }) {
    const mail = data as AlertMail
    const title = titleOf(mail, t)
    const words = [
      mail.what === 'handed'
        ? t('{by} hands this to you: {reason}', { by: mail.by ?? '', reason: mail.reason ?? '' })
        : t('You own this now.'),
      ...(mail.said ? [`“${mail.said}”`] : []),
    ]
    const action = { label: t('Open the alert'), url: `${baseUrl}/alerts/${mail.alertId}` }
    return noticeMail({ subject: title, title, words, action, reason: t('You get this because the alert is yours.') }, brand, t)
  },
}

/** “Dana Whitlock answered 1 of 5, Kelby” */
export function titleOf(
  { customer, score, most, unit }: Pick<AlertMail, 'customer' | 'score' | 'most' | 'unit'>,
  t: Translate,
): string {
  const who = customer ?? t('A customer')
  const finding =
    score === null || most === null
      ? t('{who} needs an answer', { who })
      : t('{who} answered {score} of {most}', { who, score, most })
  return unit ? `${finding}, ${unit}` : finding
}
