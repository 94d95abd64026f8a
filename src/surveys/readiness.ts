// @words colleagues
import type { FieldError } from '../kit/errors.ts'
import { t as active, type Translate } from '../kit/i18n.ts'
import { isScored, type Question, scaleOf } from './question.ts'
import type { Questionnaire } from './questionnaire.ts'
import { showIfProblems } from './showIf.ts'

/** Why a questionnaire cannot be published yet, place by place; empty when it can. Drafts may be saved with all of this. */
export function whyNotPublish({ questions, thanks }: Questionnaire, t: Translate = active): FieldError[] {
  if (questions.length === 0) return [{ path: 'questions', message: t('Add a question.') }]
  return [
    ...questions.flatMap((question, i) =>
      wrongIn(question, questions.slice(0, i), t).map(([part, message]) => ({ path: `questions.${i}.${part}`, message })),
    ),
    ...thanks.flatMap(({ title, atLeast, atMost, question }, i) => {
      const path = `thanks.${i}`
      const scored = questions.some(other => isScored(other) && (question === undefined || other.id === question))
      if (title.trim() === '') return [{ path: `${path}.title`, message: t('Write what the page says.') }]
      if ((atLeast !== undefined || atMost !== undefined) && !scored)
        return [{ path, message: t('It depends on a score, but no such question is asked.') }]
      return (atLeast ?? 0) > (atMost ?? 10) ? [{ path, message: t('No score lies between its bounds.') }] : []
    }),
  ]
}

type QuestionFault = [part: string, message: string]

function wrongIn(question: Question, earlier: readonly Question[], t: Translate): QuestionFault[] {
  const { kind, prompt } = question
  return [
    ...(prompt.trim() === '' ? [['prompt', t('Write the question.')] as QuestionFault] : []),
    ...(kind === 'choice' || kind === 'choices' ? wrongOptions(question, 'options', 2, t) : []),
    ...(kind === 'matrix'
      ? [...wrongOptions(question, 'rows', 1, t), ...(question.options?.length ? wrongOptions(question, 'options', 2, t) : [])]
      : []),
    ...wrongScale(question, t),
    ...showIfProblems(question, earlier, t).map((message): QuestionFault => ['showIf', message]),
  ]
}

function wrongOptions(question: Question, part: 'options' | 'rows', least: number, t: Translate): QuestionFault[] {
  const labels = (question[part] ?? []).map(({ label }) => label.trim())
  const rows = part === 'rows'
  if (labels.length < least) return [[part, rows ? t('Add a row.') : t('Add at least {n} options.', { n: least })]]
  if (labels.includes('')) return [[part, rows ? t('Write every row.') : t('Write every option.')]]
  if (new Set(labels).size === labels.length) return []
  return [[part, rows ? t('Two rows say the same.') : t('Two options say the same.')]]
}

function wrongScale(question: Question, t: Translate): QuestionFault[] {
  const scale = scaleOf(question)
  if (!scale) return []
  if (question.kind === 'nps') return scale.min === 0 && scale.max === 10 ? [] : [['scale', t('The scale of NPS is 0 to 10.')]]
  return scale.max - scale.min >= 1 ? [] : [['scale', t('A scale needs at least two values.')]]
}
