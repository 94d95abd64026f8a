import { newId } from '../../kit/ids.ts'
import { replanChecks } from '../../kit/server/bulk.ts'
import type { Tx } from '../../kit/server/db.ts'
import { dayIn } from '../../people/day.ts'
import { findOrCreateContacts } from '../../people/server/person/persons.ts'
import { findUnitsByKey } from '../../people/server/units.ts'
import { answerRows } from '../../responses/answerRows.ts'
import { coarseId, coarseTime } from '../../kit/server/coarse.ts'
import { insertHistory, insertImport } from '../../responses/server/importing/importStore.ts'
import { rollUpFirst } from '../../responses/server/numbers/rollupStore.ts'
import { createSurvey, publishSurvey } from '../../surveys/server/edit.ts'
import { createLink } from '../../surveys/server/links.ts'
import { requirePublishedSurvey } from '../../surveys/server/published.ts'
import type { PublishedSurvey } from '../../surveys/server/published.ts'
import type { Customer } from '../customers.ts'
import { units } from '../company.ts'
import { pastAnswers } from '../history.ts'
import type { PastAnswer } from '../pastAnswer.ts'
import { randomFrom } from '../../kit/random.ts'
import { type DemoSurvey, demoSurveys } from '../surveys.ts'
import type { Tell } from './progress.ts'
import { type Origin, saveOrigins } from './demoStore.ts'

/** An answer of the past as it stands in the database. */
export interface SeededAnswer extends PastAnswer {
  id: string
  at: Date
  unitId: string
  personId: string | null
}

export interface SeededAnswers {
  surveys: Record<DemoSurvey, PublishedSurvey>
  answers: SeededAnswer[]
  /** Ids of those that somebody was asked for by mail. */
  byMail: ReadonlySet<string>
}

/** The surveys, as they were published back then, and all that was answered since. */
export async function seedAnswers(tx: Tx, founded: Tx, customers: readonly Customer[], tell: Tell): Promise<SeededAnswers> {
  const surveys = await publishAll(founded)
  const people = await findOrCreateContacts(
    founded,
    customers.map(({ email }) => email),
  )
  const places = await findUnitsByKey(
    tx,
    units.map(({ key }) => key),
  )
  const answers = pastAnswers(customers).map((past): SeededAnswer => {
    const anonymous = past.survey === 'pulse'
    const exact = new Date(tx.now.getTime() - past.minutesAgo * 60_000)
    const at = anonymous ? coarseTime(exact) : exact
    return {
      ...past,
      at,
      id: coarseId(at),
      unitId: places.get(past.unit)!.id,
      personId: past.customer && people.get(past.customer.email)!,
    }
  })
  const byMail = new Set<string>()
  for (const survey of Object.keys(surveys) as DemoSurvey[]) {
    const its = answers.filter(answer => answer.survey === survey)
    for (const { id, source } of await writeHistory(tx, surveys[survey], its)) if (source === 'mail') byMail.add(id)
  }
  await replanChecks(tx)
  await tell('sums')
  await rollUpFirst(tx)
  return { surveys, answers, byMail }
}

async function publishAll(tx: Tx): Promise<Record<DemoSurvey, PublishedSurvey>> {
  const published: [string, PublishedSurvey][] = []
  for (const [key, { name, questionnaire }] of Object.entries(demoSurveys())) {
    const id = await createSurvey(tx, name, questionnaire)
    await publishSurvey(tx, id)
    await createLink(tx, id, { name: key === 'visit' ? 'On the engineer’s card' : 'For everybody', kind: 'open', segments: {} })
    published.push([key, await requirePublishedSurvey(tx, id)])
  }
  return Object.fromEntries(published) as Record<DemoSurvey, PublishedSurvey>
}

const zone = 'Europe/London'

async function writeHistory(tx: Tx, survey: PublishedSurvey, answers: readonly SeededAnswer[]): Promise<Origin[]> {
  const importId = newId()
  await insertImport(tx, importId, survey.id, answers.length, 0)
  const { questions } = survey.questionnaire
  const rows = answers.map(({ id, personId, unitId, segments, at, answers }) => ({
    id,
    personId,
    unitId,
    segments,
    respondedAt: at,
    respondedOn: dayIn(zone, at),
    answers: answerRows(questions, answers),
  }))
  await insertHistory(tx, survey, importId, rows)
  const found = origins(answers)
  await saveOrigins(tx, importId, found)
  return found
}

function origins(answers: readonly SeededAnswer[]): Origin[] {
  const random = randomFrom(31)
  return answers.map(({ id, survey, customer }) => ({
    id,
    source: survey === 'pulse' || (survey === 'visit' && random.chance(0.3)) ? 'link' : 'mail',
    locale: customer?.locale ?? null,
    minutes: customer ? 1 + random.below(6) : 0,
  }))
}
