// @words everybody
import { pathTo } from '../../../kit/paths.ts'
import { badInput } from '../../../kit/errors.ts'
import { isId, newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { notify } from '../../../notifications/server/notify.ts'
import { whyNotContinue } from '../../alert.ts'
import { alertTitle } from '../../alertSummary.ts'
import { addEvidence } from './evidence.ts'
import { findColleague } from '../../../routing/server/routingFactsStore.ts'
import { recordStep, type StepResult } from '../step/recordStep.ts'
import { refuseUnlessAllowed, colleagueFor } from './alertSteps.ts'
import { lockVisible } from '../step/lockVisible.ts'
import { insertContact } from '../store/stepStore.ts'
import { readAlertSummary } from '../store/alertSummaryStore.ts'

export interface GivenNote {
  note: string
  mentions: readonly string[]
  files: readonly string[]
}

/** A note for colleagues, also on a closed alert; who is mentioned is told, and may open it. */
export async function addNote(tx: Tx, id: string, { note, mentions, files }: GivenNote): Promise<StepResult> {
  const alert = await lockVisible(tx, id)
  const people = await colleaguesOf(tx, mentions)
  const noteId = newId()
  await insertContact(tx, { id: noteId, alertId: id, how: 'note', note, reached: false, mentions: people })
  await addEvidence(tx, alert, noteId, files)
  for (const personId of people) await tellMentioned(tx, id, personId, note, `note ${noteId}`)
  return recordStep(tx, alert, alert.state, 'alert.noted', {}, people)
}

/** Asks a senior without giving the alert away: the owner stays who they are. */
export async function askForHelp(tx: Tx, id: string, to: string, question: string): Promise<StepResult> {
  const alert = await lockVisible(tx, id)
  refuseUnlessAllowed(alert, whyNotContinue(alert))
  const senior = await colleagueFor(tx, alert, to.trim())
  if (senior.id === alert.ownerId) throw badInput('to', `${senior.name} owns this alert already.`)
  const noteId = newId()
  await insertContact(tx, {
    id: noteId,
    alertId: id,
    how: 'note',
    note: question,
    reached: false,
    mentions: [senior.id],
    asks: senior.id,
  })
  const news = await readAlertSummary(tx, id)
  await notify(tx, {
    personId: senior.id,
    kind: 'mention',
    text: t => t('{by} asks for your help: {title}', { by: tx.caller.name, title: news ? alertTitle(news, t) : t('An alert') }),
    detail: question,
    href: pathTo('/alerts/$id', { id, '#': 'contact' }),
    key: `question ${noteId}`,
  })
  return recordStep(tx, alert, alert.state, 'alert.help_asked', { to: senior.id, name: senior.name }, [senior.id])
}

async function colleaguesOf(tx: Tx, wanted: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [i, who] of wanted.entries()) {
    const found = await findColleague(tx, isId(who) ? { id: who } : { email: who })
    if (!found) throw badInput(`mentions.${i}`, 'No colleague has this id or e-mail.')
    ids.push(found.id)
  }
  return [...new Set(ids)]
}

async function tellMentioned(tx: Tx, alertId: string, personId: string, note: string, key: string): Promise<void> {
  const news = await readAlertSummary(tx, alertId)
  await notify(tx, {
    personId,
    kind: 'mention',
    text: t => t('{by} mentions you: {title}', { by: tx.caller.name, title: news ? alertTitle(news, t) : t('An alert') }),
    detail: note,
    href: pathTo('/alerts/$id', { id: alertId, '#': 'contact' }),
    key: `${key} ${personId}`,
  })
}
