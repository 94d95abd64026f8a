import { badInput } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Narrowing } from '../../responses/server/numbers/cut.ts'
import { responsesWithCause } from './causeStore.ts'
import { scopeOf } from './causes.ts'
import { driversBehind } from './drivers.ts'
import { lookAt } from './look.ts'
import { detractorsIn, isDetractorGroup } from './loopStore.ts'

/**
 * The responses behind a number that no filter of theirs describes: `drivers` (rated all of the measures), `cause:<id>` (carry a cause),
 * and the detractors that recovery looks at.
 */
export async function responsesBehind(tx: Tx, survey: string, number: string, cut: Narrowing): Promise<string[]> {
  const look = await lookAt(tx, { ...cut, survey })
  if (look.survey.anonymous) return []
  if (number === 'drivers') return driversBehind(tx, look)
  const cause = number.startsWith('cause:') ? number.slice('cause:'.length) : ''
  if (isId(cause)) return responsesWithCause(tx, scopeOf(look), look.question.id, cause)
  if (!isDetractorGroup(number)) throw badInput('behind', 'Insights have no such number.')
  const nps = look.survey.questions.find(({ kind }) => kind === 'nps')
  return nps ? detractorsIn(tx, scopeOf(look), nps.id, number) : []
}
