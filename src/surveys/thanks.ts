import { type Answers, own } from './condition.ts'
import { isScored } from './question.ts'
import type { Questionnaire, Thanks } from './questionnaire.ts'

/** The page that follows these answers; undefined where the product's own thanks will do. */
export function thanksFor(
  { questions, thanks }: Pick<Questionnaire, 'questions' | 'thanks'>,
  answers: Answers,
): Thanks | undefined {
  const first = questions.find(question => isScored(question) && typeof own(answers, question.id) === 'number')?.id
  return thanks.find(({ question = first, atLeast, atMost }) => {
    if (atLeast === undefined && atMost === undefined) return true
    const score = question === undefined ? undefined : own(answers, question)
    return typeof score === 'number' && score >= (atLeast ?? score) && score <= (atMost ?? score)
  })
}
