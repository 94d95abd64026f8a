// @words everybody
import { pathTo } from '../../kit/paths.ts'
import { AppError, badInput } from '../../kit/errors.ts'
import { isId, newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { notify } from '../../notifications/server/notify.ts'
import { findColleague } from '../../routing/server/routingFactsStore.ts'
import { recordStep, type StepResult } from '../../alerts/server/step/recordStep.ts'
import { lockVisible } from '../../alerts/server/step/lockVisible.ts'
import { saveState } from '../../alerts/server/store/stepStore.ts'
import { readAlertSummary } from '../../alerts/server/store/alertSummaryStore.ts'
import { findAlert } from '../../alerts/server/read/findAlerts.ts'
import { insertThanks, practiceOf, readThanks } from './thanksStore.ts'

/** Thanks a colleague for what a customer said: in the console and by mail, with the customer's own words. */
export async function thank(tx: Tx, id: string, to: string, message: string): Promise<StepResult> {
  const alert = await lockVisible(tx, id)
  if (alert.kind !== 'excellence')
    throw new AppError('not_allowed_now', 'Thanks follow from praise. Leave a note that mentions your colleague instead.')
  const colleague = await findColleague(tx, isId(to) ? { id: to } : { email: to })
  if (!colleague) throw badInput('to', 'No colleague has this id or e-mail. Add them under People first.')
  const thanksId = newId()
  if (!(await insertThanks(tx, { id: thanksId, alertId: id, personId: colleague.id, message })))
    throw new AppError('already_exists', `${colleague.name} was thanked for this already.`)
  if (alert.state === 'open') await saveState(tx, id, 'acknowledged')
  const news = await readAlertSummary(tx, id)
  const words = news?.said ? `“${news.said}”` : ''
  await notify(tx, {
    personId: colleague.id,
    kind: 'thanks',
    text: t => {
      const customer = news?.customer ?? t('A customer')
      return t('{by} thanks you for what {customer} said', { by: tx.caller.name, customer })
    },
    detail: [words, message.trim()].filter(Boolean).join('\n') || null,
    href: pathTo('/wall'),
    key: `thanks ${thanksId}`,
  })
  const state = alert.state === 'open' ? 'acknowledged' : alert.state
  return recordStep(tx, alert, state, 'alert.thanked', { to: colleague.id, name: colleague.name }, [colleague.id])
}

/** Whom an alert did good, told to whoever may see the alert. */
export async function readPraise(tx: Tx, id: string) {
  await findAlert(tx, id)
  const thanks = await readThanks(tx, id)
  return { thanks: thanks.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })), practiceId: await practiceOf(tx, id) }
}
