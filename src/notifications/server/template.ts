import type { MailTemplate } from '../../mail/template.ts'
import { type MailedItem, notificationMail } from '../notificationMail.ts'

export const notificationTemplate: MailTemplate = {
  name: 'notifications',
  render: (data, { baseUrl, brand, t }) => notificationMail(data['items'] as MailedItem[], baseUrl, brand, t),
}
