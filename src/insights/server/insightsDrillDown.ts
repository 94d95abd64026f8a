import { badInput } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { ResponseFilterQuery } from '../../responses/server/numbers/responseFilter.ts'
import { responsesWithCause } from './causeStore.ts'
import { scopeOf } from './causes.ts'
import { driversDrillDown } from './drivers.ts'
import { selectAnswers } from './selection.ts'
import { detractorsIn, isDetractorGroup } from './loopStore.ts'

/**
 * The responses behind a number that no filter of theirs describes: `drivers` (rated all of the measures), `cause:<id>` (carry a cause),
 * and the detractors that recovery looks at.
 */
export async function drillDownResponses(tx: Tx, survey: string, number: string, cut: ResponseFilterQuery): Promise<string[]> {
  const look = await selectAnswers(tx, { ...cut, survey })
  if (look.survey.anonymous) return []
  if (number === 'drivers') return driversDrillDown(tx, look)
  const cause = number.startsWith('cause:') ? number.slice('cause:'.length) : ''
  if (isId(cause)) return responsesWithCause(tx, scopeOf(look), look.question.id, cause)
  if (!isDetractorGroup(number)) throw badInput('behind', 'Insights have no such number.')
  const nps = look.survey.questions.find(({ kind }) => kind === 'nps')
  return nps ? detractorsIn(tx, scopeOf(look), nps.id, number) : []
}
