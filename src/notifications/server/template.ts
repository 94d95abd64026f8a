import type { MailTemplate } from '../../mail/template.ts'
import { type MailedNotifications, notificationMail } from '../notificationMail.ts'

export const notificationTemplate: MailTemplate = {
  name: 'notifications',
  render: (data, { baseUrl, brand, t }) => notificationMail(data as unknown as MailedNotifications, baseUrl, brand, t),
}
