import type { FieldError } from '../kit/errors.ts'
import { isScored, type Question, scaleOf } from './question.ts'
import type { Questionnaire } from './questionnaire.ts'
import { wrongWith } from './showIf.ts'

/** Why a questionnaire cannot be published yet, place by place; empty when it can. Drafts may be saved with all of this. */
export function whyNotPublish({ questions, thanks }: Questionnaire): FieldError[] {
  if (questions.length === 0) return [{ path: 'questions', message: 'Add a question.' }]
  return [
    ...questions.flatMap((question, i) =>
      wrongIn(question, questions.slice(0, i)).map(([part, message]) => ({ path: `questions.${i}.${part}`, message })),
    ),
    ...thanks.flatMap(({ title, atLeast, atMost, question }, i) => {
      const path = `thanks.${i}`
      const scored = questions.some(other => isScored(other) && (question === undefined || other.id === question))
      if (title.trim() === '') return [{ path: `${path}.title`, message: 'Write what the page says.' }]
      if ((atLeast !== undefined || atMost !== undefined) && !scored)
        return [{ path, message: 'It depends on a score, but no such question is asked.' }]
      return (atLeast ?? 0) > (atMost ?? 10) ? [{ path, message: 'No score lies between its bounds.' }] : []
    }),
  ]
}

type Wrong = [part: string, message: string]

function wrongIn(question: Question, earlier: readonly Question[]): Wrong[] {
  const { kind, prompt } = question
  return [
    ...(prompt.trim() === '' ? [['prompt', 'Write the question.'] as Wrong] : []),
    ...(kind === 'choice' || kind === 'choices' ? wrongOptions(question, 'options', 2) : []),
    ...(kind === 'matrix'
      ? [...wrongOptions(question, 'rows', 1), ...(question.options?.length ? wrongOptions(question, 'options', 2) : [])]
      : []),
    ...wrongScale(question),
    ...wrongWith(question, earlier).map((message): Wrong => ['showIf', message]),
  ]
}

function wrongOptions(question: Question, part: 'options' | 'rows', least: number): Wrong[] {
  const labels = (question[part] ?? []).map(({ label }) => label.trim())
  const what = part === 'rows' ? 'row' : 'option'
  if (labels.length < least) return [[part, `Add ${least === 1 ? `a ${what}` : `at least ${least} ${what}s`}.`]]
  if (labels.includes('')) return [[part, `Write every ${what}.`]]
  return new Set(labels).size < labels.length ? [[part, `Two ${what}s say the same.`]] : []
}

function wrongScale(question: Question): Wrong[] {
  const scale = scaleOf(question)
  if (!scale) return []
  if (question.kind === 'nps') return scale.min === 0 && scale.max === 10 ? [] : [['scale', 'The scale of NPS is 0 to 10.']]
  return scale.max - scale.min >= 1 ? [] : [['scale', 'A scale needs at least two values.']]
}
