import { recorded } from '../../activity/server/record.ts'
import { evidenceHolder } from '../../alerts/server/work/evidence.ts'
import { checkAfter } from '../../alerts/server/owners/owners.ts'
import { alertPromises } from '../../alerts/server/promises/promiseSteps.ts'
import { raiseAlerts } from '../../alerts/server/raise/raise.ts'
import { raisedBy } from '../../alerts/server/read/raisedBy.ts'
import type { Tx } from '../../kit/server/db.ts'
import { mailTemplates } from '../../mail/template.ts'
import { digestPreview } from '../../notifications/server/digestPreview.ts'
import { notificationTemplate } from '../../notifications/server/template.ts'
import { digestTemplate } from '../../insights/server/digestTemplate.ts'
import { previewDigest } from '../../insights/server/weeklyDigest.ts'
import { responsesBehind } from '../../insights/server/behind.ts'
import { afterSubmit } from '../../responses/server/intake/afterSubmit.ts'
import { bounceWatchers, deliveryWatchers } from '../../mail/server/outcomes.ts'
import { demo } from '../../accounts/server/orgs/demo.ts'
import { installationSetUp } from '../../accounts/server/orgs/installationSetUp.ts'
import { memberJoined } from '../../accounts/server/members/memberJoined.ts'
import { namedUnits } from '../../accounts/server/namedUnits.ts'
import { visibleUnits } from '../../activity/server/visibleUnits.ts'
import { holders } from '../../files/server/holders.ts'
import { fileNameEraser } from '../../files/server/personErasure.ts'
import { fileRetainer } from '../../files/server/retention.ts'
import { fixTemplate } from '../../causes/server/fixRoutes.ts'
import { confirmationTemplate } from '../../alerts/server/confirmation/confirmationTemplate.ts'
import { alertData, alertEraser } from '../../alerts/server/personErasure.ts'
import { closeToVisitors } from '../../demo/server/closeToVisitors.ts'
import { notificationEraser } from '../../notifications/server/personErasure.ts'
import { labelRetainer } from '../../comments/server/retention.ts'
import { commentRetainer, contactRetainer } from '../../responses/server/retention.ts'
import { dataSources, erasers, retainers } from '../../people/server/personalData.ts'
import { stepWatchers } from '../../sla/server/fired.ts'
import { behind } from '../../responses/server/behind.ts'
import { endpointFailed } from '../../webhooks/server/failed.ts'
import { tellOfFailedWebhook } from '../../notifications/server/webhookFailed.ts'
import { raised } from '../../responses/server/raised.ts'
import { responseData, responseEraser } from '../../responses/server/personErasure.ts'
import { ensurePersonOfUser } from '../../people/server/person/persons.ts'
import { findUnitIds, visibleUnits as unitsOfCaller } from '../../people/server/units.ts'
import { markBounced } from '../../people/server/reachability.ts'
import { followBounce, followDelivery } from '../../sending/server/sends/follow.ts'
import { helpData, helpEraser } from '../../surveys/server/helpErasure.ts'
import { forgetWay, helpReplyTemplate } from '../../surveys/server/helpMail.ts'
import { invitationData, invitationEraser } from '../../sending/server/personErasure.ts'
import { invitationTemplate } from '../../sending/server/invite/template.ts'

/** What upper rooms need from lower ones: every port is filled here, and only here. */
export function fillPorts(): void {
  afterSubmit.fill(async (tx, response) => ({ alertIds: await raiseAlerts(tx, response) }))
  raised.fill(raisedBy)
  endpointFailed.fill(tellOfFailedWebhook)
  behind.fill(responsesBehind)
  demo.fill(() => true)
  visibleUnits.fill(unitsOfCaller)
  namedUnits.fill(findUnitIds)
  digestPreview.fill(previewDigest)
  for (const eraser of [helpEraser, responseEraser, invitationEraser, alertEraser, fileNameEraser, notificationEraser])
    addOnce(erasers, eraser)
  for (const retainer of [commentRetainer, labelRetainer, contactRetainer, fileRetainer]) addOnce(retainers, retainer)
  for (const source of [responseData, helpData, invitationData, alertData]) addOnce(dataSources, source)
  addOnce(holders, evidenceHolder)
  addOnce(recorded, checkAfter)
  addOnce(stepWatchers, alertPromises)
  addOnce(memberJoined, giveMemberAPerson)
  addOnce(installationSetUp, closeToVisitors)
  addOnce(mailTemplates, notificationTemplate)
  addOnce(mailTemplates, invitationTemplate)
  addOnce(mailTemplates, digestTemplate)
  addOnce(mailTemplates, helpReplyTemplate)
  addOnce(mailTemplates, confirmationTemplate)
  addOnce(mailTemplates, fixTemplate)
  addOnce(deliveryWatchers, followDelivery)
  addOnce(deliveryWatchers, forgetWay)
  addOnce(bounceWatchers, followBounce)
  addOnce(bounceWatchers, tellDirectory)
}

const giveMemberAPerson = async (tx: Tx, member: { userId: string; email: string; name: string }) =>
  void (await ensurePersonOfUser(tx, { ...member, id: member.userId }))

const tellDirectory = (tx: Tx, { address, reason }: { address: string; reason: string }) => markBounced(tx, address, reason)

// Tests open several products in one process.
function addOnce<T>(port: { all(): readonly T[]; add(item: T): void }, item: T): void {
  if (!port.all().includes(item)) port.add(item)
}
