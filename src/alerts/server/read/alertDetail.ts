import { readAnswers } from '../../../responses/server/intake/partialStore.ts'
import { loadCauses } from '../../../causes/server/rootCauseStore.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Question } from '../../../surveys/question.ts'
import { readQuestionnaireVersion } from '../../../surveys/server/published.ts'
import { answerWords, inQuestionOrder } from '../../answerWords.ts'
import type { AlertDetail } from '../../contract.ts'
import type { Reason } from '../../../rules/evaluate.ts'
import { headlineOf } from '../../headline.ts'
import type { AlertRow } from '../store/alertStore.ts'
import { reasonsOverTime } from './reasonsOverTime.ts'
import { readLatestConfirmation } from '../confirmation/confirmationStore.ts'
import { findAlert, alertItemOf } from './findAlerts.ts'
import { findOrganisationOwner, readUnitLevels } from '../../../routing/server/routingFacts.ts'
import { namesOf, readFormerMembers } from '../../../routing/server/routingFactsStore.ts'
import { readPromises } from '../promises/promiseClocks.ts'
import { readActivity, readContacts, readHistory, readPersonMore, readResponseHead } from './alertDetailStore.ts'

/** Everything the alert's page shows, in one reading. */
export async function readAlertDetail(tx: Tx, id: string): Promise<AlertDetail> {
  const row = await findAlert(tx, id)
  const item = alertItemOf(row, await loadCauses(tx), (await readPromises(tx, [id])).get(id))
  const more = item.person && (await readPersonMore(tx, item.person.id))
  const contacts = await readContacts(tx, id)
  const activity = await readActivity(tx, id)
  return {
    ...item,
    person: item.person && { ...item.person, phone: more?.phone ?? null, account: more?.account ?? null },
    ...(await wordsOf(tx, row)),
    history: item.person ? await historyOf(tx, item.person.id) : [],
    contacts: contacts.map(({ at, ...contact }) => ({ ...contact, at: at.toISOString() })),
    outcomeNote: row.outcomeNote,
    asked: await askedOf(tx, id),
    activity: activity.map(({ at, detail, ...one }) => ({ ...one, detail: detail ?? {}, at: at.toISOString() })),
    seniors: await seniorsOf(tx, row),
  }
}

async function askedOf(tx: Tx, id: string): Promise<AlertDetail['asked']> {
  const asked = await readLatestConfirmation(tx, id)
  if (!asked) return null
  const { askedAt, answeredAt, settled, words } = asked
  return { at: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, settled, words }
}

async function wordsOf(
  tx: Tx,
  { responseId, surveyId, reasons, veiled }: AlertRow,
): Promise<Pick<AlertDetail, 'voice' | 'answers' | 'beyond' | 'answeredAt'>> {
  const head = responseId && !veiled ? await readResponseHead(tx, responseId) : undefined
  if (!responseId || !head)
    return { voice: [], answers: [], beyond: veiled ? [] : reasonsOverTime(reasons, new Map()), answeredAt: null }
  const questions = (await readQuestionnaireVersion(tx, surveyId, head.version))?.questions ?? []
  const byId = new Map(questions.map(question => [question.id, question]))
  const answers = inQuestionOrder(await readAnswers(tx, responseId), questions).map(answer => {
    const question = byId.get(answer.question)
    return {
      question: answer.question,
      ...(answer.item && { row: question?.rows?.find(({ id }) => id === answer.item)?.label ?? answer.item }),
      prompt: question?.prompt || answer.question,
      words: answerWords(answer, question),
      text: answer.kind === 'text',
      reason: reasons.some(reason => 'question' in reason && reason.question === answer.question),
    }
  })
  return {
    answers,
    beyond: reasonsOverTime(reasons, byId),
    voice: answers
      .filter(answer => answer.text && answer.words)
      .map(({ question, prompt, words }) => ({ prompt, text: words, marks: marksIn(question, reasons) })),
    answeredAt: head.respondedAt.toISOString(),
  }
}

const marksIn = (question: string, reasons: readonly Reason[]) =>
  reasons.flatMap(reason => ('comment' in reason && reason.question === question ? reason.comment : []))

async function historyOf(tx: Tx, personId: string): Promise<AlertDetail['history']> {
  const rows = await readHistory(tx, personId)
  return Promise.all(
    rows.map(async row => ({
      responseId: row.responseId,
      alertId: row.alertId,
      survey: row.survey,
      score: row.headline ?? headlineOf(await questionsOf(tx, row.surveyId, row.version), row.numbers ?? {}),
      at: row.at.toISOString(),
    })),
  )
}

const questionsOf = async (tx: Tx, surveyId: string, version: number): Promise<readonly Question[]> =>
  (await readQuestionnaireVersion(tx, surveyId, version))?.questions ?? []

/** Colleagues offered first for handing over and for asking a senior: the managers above the unit, then the organisation's owner. */
async function seniorsOf(tx: Tx, { unit, owner }: AlertRow): Promise<AlertDetail['seniors']> {
  const chain = unit ? await readUnitLevels(tx, unit.id) : []
  const ladder = chain.flatMap(({ unit, managers }) => managers.slice(0, 1).map(({ id }) => ({ id, role: unit })))
  const top = await findOrganisationOwner(tx)
  const all = top ? [...ladder, { id: top.id, role: '' }] : ladder
  const names = await namesOf(
    tx,
    all.map(({ id }) => id),
  )
  const seen = new Set([owner.id, ...(await readFormerMembers(tx))])
  return all.flatMap(({ id, role }) => {
    const person = names.get(id)
    if (!person || seen.has(id)) return []
    seen.add(id)
    return [{ ...person, role }]
  })
}
