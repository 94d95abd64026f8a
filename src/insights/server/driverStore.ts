import { numberOf } from '../../responses/server/numbers/answerSql.ts'
import type { Tx } from '../../kit/server/db.ts'
import { type AlertScope, newestAnswers, scopeValues } from './causeStore.ts'

export interface MeasureRef {
  question: string
  item: string
}

/** So many of the newest answers are looked at: enough to tell drivers apart, few enough to be quick. */
export const MOST_SAMPLED = 2_000

export interface Sampled {
  id: string
  numbers: (number | null)[]
}

/** Of the newest responses of the scope those that answered the first measure: one list each, in the order of the measures, null = not answered. */
export async function sampleAnswers(tx: Tx, scope: AlertScope, measures: readonly MeasureRef[]): Promise<Sampled[]> {
  const { rows } = await tx.query<{ id: string; numbers: (number | null)[] }>({
    name: 'insights-driver-sample',
    text: `with ${newestAnswers(MOST_SAMPLED)}
      select r.id, (select array_agg(${numberOf('r.id', 'm.question', 'm.item')} order by m.at)
        from unnest($7::text[], $8::text[]) with ordinality as m (question, item, at)) as numbers
      from newest r order by r.id`,
    values: [...scopeValues(tx, scope), measures.map(({ question }) => question), measures.map(({ item }) => item)],
  })
  return rows.filter(({ numbers: [first] }) => first !== null)
}
