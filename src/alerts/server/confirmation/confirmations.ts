// @words everybody
import { pathTo } from '../../../kit/paths.ts'
import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { post } from '../../../kit/server/outbox.ts'
import { translator } from '../../../kit/translator.ts'
import { callOffByKey } from '../../../mail/server/callOff.ts'
import { notify } from '../../../notifications/server/notify.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { noMailToken } from '../../../sending/server/invite/token.ts'
import { mayAsk, type ConfirmationStatus, confirmationStatusOf } from '../../confirmationStatus.ts'
import {
  type Confirmation,
  findConfirmation,
  insertConfirmation,
  openConfirmations,
  readConfirmationRecipient,
  readConfirmationContext,
  saveAnswer,
  saveConfirmed,
} from './confirmationStore.ts'
import { reopenAlert, recordStep } from '../step/recordStep.ts'
import { lockAlert } from '../store/stepStore.ts'

const keyOf = (id: string): string => `confirmation ${id}`

/** Asks the customer of an alert that was resolved just now whether it is settled, if they can be reached. */
export async function askWhetherSettled(tx: Tx, alertId: string): Promise<void> {
  const person = await readConfirmationRecipient(tx, alertId)
  if (!person || !mayAsk(person)) return
  const t = translator(person.locale ?? 'en')
  const id = newId()
  if (!(await insertConfirmation(tx, { id, alertId, personId: person.personId, locale: t.locale }))) return
  const { code } = await readOwnOrganisation(tx)
  const name = person.name?.trim() ?? ''
  const { said, owner } = person
  const noMail = noMailToken(code, person.personId)
  await post(tx, {
    kind: 'mail',
    key: keyOf(id),
    payload: {
      to: person.email,
      name,
      subject: t('Is it settled?'),
      template: 'confirmation',
      locale: t.locale,
      unsubscribe: `${accountSettings.call().publicUrl}/o/${noMail}`,
      // Whoever has the link speaks for the customer: it is made when the mail leaves, and not shown in the Outbox.
      data: { confirmation: id, person: person.personId, code, name: name.split(/\s+/)[0], said, owner },
      confidential: true,
    },
  })
}

/** Somebody goes on with it: who has not been asked yet is not asked any more. */
export async function withdrawConfirmation(tx: Tx, alertId: string): Promise<void> {
  await callOffByKey(tx, (await openConfirmations(tx, alertId)).map(keyOf), 'It was reopened before this mail left.')
}

export interface AskedConfirmation extends Confirmation {
  now: ConfirmationStatus
  said: string | null
  owner: string
}

/** The question as the page shows it. Reading changes nothing. */
export async function readConfirmation(tx: Tx, id: string, lock = false): Promise<AskedConfirmation | undefined> {
  const found = await findConfirmation(tx, id, lock)
  if (!found) return undefined
  const { said, owner, resolvedAt } = await readConfirmationContext(tx, found.alertId)
  return { ...found, said, owner, now: confirmationStatusOf(found, { resolvedAt }) }
}

/** The customer's word. Yes closes the circle; no opens it again, with their words as the reason. */
export async function answerConfirmation(tx: Tx, id: string, settled: boolean, words: string): Promise<void> {
  const before = await readConfirmation(tx, id)
  // The alert first, as everybody does who changes it: two who lock in another order would wait for each other.
  const alert = before && (await lockAlert(tx, before.alertId, { units: null, me: null }))
  const asked = alert && (await readConfirmation(tx, id, true))
  if (!asked || asked.now === 'past' || asked.now === 'not-settled' || (asked.now === 'settled' && settled)) return
  await saveAnswer(tx, id, settled, words || null)
  if (settled) {
    await saveConfirmed(tx, alert.id)
    await recordStep(tx, alert, 'confirmed', 'alert.confirmed', words ? { words } : {})
    announce(tx, 'insights')
  } else await reopenAlert(tx, alert, 'alert.not_settled', words ? { reason: words } : {})
  await tellOfAnswer(tx, alert.id, alert.ownerId, alert.customer, settled, words)
}

async function tellOfAnswer(tx: Tx, alertId: string, owner: string, name: string | null, settled: boolean, words: string) {
  await notify(tx, {
    personId: owner,
    kind: settled ? 'other' : 'alert',
    text: t => {
      const customer = name ?? t('The customer')
      return settled
        ? t('{customer} confirms that it is settled', { customer })
        : t('{customer} says it is not settled: the alert is open again', { customer })
    },
    detail: words || null,
    href: pathTo('/alerts/$id', { id: alertId }),
    key: `alert ${alertId} ${settled ? 'confirmed' : 'not settled'} ${tx.now.toISOString()}`,
  })
}
