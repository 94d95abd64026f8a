import { alertMail } from '../../alerts/mail.ts'
import { raiseAlerts } from '../../alerts/server/raise.ts'
import { mailTemplates } from '../../mail/template.ts'
import { notificationTemplate } from '../../notifications/server/template.ts'
import { afterSubmit } from '../../responses/server/afterSubmit.ts'

/** What upper rooms need from lower ones: every port is filled here, and only here. */
export function fillPorts(): void {
  afterSubmit.fill(async (tx, response) => ({ alertIds: await raiseAlerts(tx, response) }))
  addOnce(mailTemplates, alertMail)
  addOnce(mailTemplates, notificationTemplate)
}

// Tests open several products in one process.
function addOnce<T>(port: { all(): readonly T[]; add(item: T): void }, item: T): void {
  if (!port.all().includes(item)) port.add(item)
}
