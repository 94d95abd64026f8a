import { type Answers, ownEntry } from './answerCondition.ts'
import { isScored } from './question.ts'
import type { Questionnaire, ThanksPage } from './questionnaire.ts'

/** The page that follows these answers; undefined where the product's own thanks will do. */
export function thanksPageFor(
  { questions, thanks }: Pick<Questionnaire, 'questions' | 'thanks'>,
  answers: Answers,
): ThanksPage | undefined {
  const first = questions.find(question => isScored(question) && typeof ownEntry(answers, question.id) === 'number')?.id
  return thanks.find(({ question = first, atLeast, atMost }) => {
    if (atLeast === undefined && atMost === undefined) return true
    const score = question === undefined ? undefined : ownEntry(answers, question)
    return typeof score === 'number' && score >= (atLeast ?? score) && score <= (atMost ?? score)
  })
}
