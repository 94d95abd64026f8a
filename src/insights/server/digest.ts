import type { Tx } from '../../kit/server/db.ts'
import type { CauseRow } from '../causeTable.ts'
import type { Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import { causesOf } from './causes.ts'
import { readLoopNumbers } from './loop.ts'
import { summarise } from './summary.ts'

export interface SurveyDigest
  extends Pick<Summary, 'metric' | 'score' | 'before' | 'change' | 'series' | 'bucket' | 'responses' | 'units'> {
  survey: string
  alerts: LoopNumbers['alerts']
  closeTheLoop: LoopNumbers['closeTheLoop']
  timeToClose: LoopNumbers['timeToClose']
  /** The costliest first, three at most. */
  causes: CauseRow[]
}

/**
 * The few numbers of a survey that a mail tells: of one unit with all below it, or of all that the caller of the transaction may see.
 * `from` and `to` are business days, both included; it is compared with as many days right before.
 */
export async function digestOf(
  tx: Tx,
  asked: { survey: string; unit?: string; from: string; to: string },
): Promise<SurveyDigest> {
  const [summary, loop, causes] = [await summarise(tx, asked), await readLoopNumbers(tx, asked), await causesOf(tx, asked)]
  const { metric, score, before, change, series, bucket, responses, units } = summary
  const { alerts, closeTheLoop, timeToClose } = loop
  return {
    survey: summary.survey.name,
    metric,
    score,
    before,
    change,
    series,
    bucket,
    responses,
    units,
    alerts,
    closeTheLoop,
    timeToClose,
    causes: causes.slice(0, 3),
  }
}
