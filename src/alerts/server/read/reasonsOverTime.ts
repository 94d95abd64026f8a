import type { Question } from '../../../surveys/question.ts'
import type { AlertDetail } from '../../contract.ts'
import type { Reason } from '../../../rules/evaluate.ts'

/** The reasons that no single answer shows, with the question as people read it. */
export function reasonsOverTime(reasons: readonly Reason[], questions: ReadonlyMap<string, Question>): AlertDetail['beyond'] {
  const prompt = (question: string) => questions.get(question)?.prompt || question
  return reasons.flatMap((reason): AlertDetail['beyond'] => {
    if ('silence' in reason) return [reason]
    if ('series' in reason) return [{ prompt: prompt(reason.question), series: reason.series }]
    return 'drift' in reason ? [{ prompt: prompt(reason.question), drift: reason.drift }] : []
  })
}
