// @words everybody
import { type Html, html } from '../kit/html.ts'
import { msg, type Translate } from '../kit/i18n.ts'
import type { Answers, AnswerValue } from '../surveys/answerCondition.ts'
import { fieldName } from '../surveys/formAnswers.ts'
import { type AnswerScale, limits, type AnswerOption, type Question, scaleOf, valuesOf } from '../surveys/question.ts'

interface ShownQuestion {
  question: Question
  answer: AnswerValue | undefined
  wrong: string | undefined
  /** The first question of the first page is the page's headline. */
  first: boolean
  t: Translate
}

/** One question with its control: a group of native radios, boxes or a text field, each with its own label. */
export function questionHtml(
  questions: readonly Question[],
  answers: Answers,
  wrong: ReadonlyMap<string, string>,
  t: Translate,
): Html[] {
  return questions.map((question, i) =>
    one({
      question,
      answer: Object.hasOwn(answers, question.id) ? answers[question.id] : undefined,
      wrong: wrong.get(question.id),
      first: i === 0,
      t,
    }),
  )
}

function one(asked: ShownQuestion): Html {
  return asked.question.kind === 'text' ? textHtml(asked) : groupHtml(asked)
}

function textHtml({ question, answer, wrong, first, t }: ShownQuestion): Html {
  const field = `i-${question.id}`
  const label = html`<label for="${field}"><bdi>${question.prompt}</bdi>${optional(question, t)}</label>`
  return html`<div class="q${first && ' first'}" id="q-${question.id}">${first ? html`<h1>${label}</h1>` : html`<div class="ask">${label}</div>`}
${notes(question, wrong)}<textarea id="${field}" name="${fieldName(question.id)}" rows="4" maxlength="${limits.answer}" placeholder=" "${required(question)}${described(question, wrong)}>
${typeof answer === 'string' ? answer : ''}</textarea></div>
`
}

function groupHtml(asked: ShownQuestion): Html {
  const { question, wrong, first, t } = asked
  const prompt = html`<bdi>${question.prompt}</bdi>${optional(question, t)}`
  return html`<fieldset class="q${first && ' first'}" id="q-${question.id}"${described(question, wrong)}><legend>${first ? html`<h1>${prompt}</h1>` : prompt}</legend>
${notes(question, wrong)}${controls(asked)}</fieldset>
`
}

function controls({ question, answer, t }: ShownQuestion): Html {
  if (question.kind === 'matrix') {
    const cells = typeof answer === 'object' && !Array.isArray(answer) ? (answer as Record<string, number | string>) : {}
    return html`${(question.rows ?? []).map(
      row =>
        html`<fieldset class="part"><legend><bdi>${row.label}</bdi></legend>${choiceOf(question, fieldName(question.id, row.id), cells[row.id], t)}</fieldset>`,
    )}`
  }
  return choiceOf(question, fieldName(question.id), answer, t)
}

function choiceOf(question: Question, name: string, answer: AnswerValue | undefined, t: Translate): Html {
  const scale = scaleOf(question)
  if (scale) return scaleHtml(question, scale, name, answer, t)
  return listHtml(question.kind === 'choices' ? 'checkbox' : 'radio', question.options ?? [], name, answer, question)
}

function scaleHtml(question: Question, scale: AnswerScale, name: string, answer: AnswerValue | undefined, t: Translate): Html {
  const { labels = {} } = scale
  const [low, high] = endsOf(question, scale, t)
  const said = (value: number) => labels[value] ?? (value === scale.min ? low : value === scale.max ? high : undefined)
  const values = valuesOf(scale)
  const buttons = values.map(value => {
    const words = said(value)
    return html`<label><input type="radio" name="${name}" value="${value}"${answer === value && ' checked'}${required(question)}${words && html` aria-label="${value}, ${words}"`}><span>${value}</span></label>`
  })
  return html`<div class="row${values.length > 7 && ' wide'}" style="--n:${values.length}">${buttons}</div>
${(low || high) && html`<div class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></div>`}`
}

const usualEnds: Partial<Record<Question['kind'], readonly [string, string]>> = {
  nps: [msg('Not at all likely'), msg('Extremely likely')],
  csat: [msg('Very dissatisfied'), msg('Very satisfied')],
  ces: [msg('Strongly disagree'), msg('Strongly agree')],
  rating: [msg('Poor'), msg('Excellent')],
}

function endsOf(question: Question, { labels, min, max }: AnswerScale, t: Translate): [string, string] {
  const usual = labels ? undefined : usualEnds[question.kind]
  return [labels?.[min] ?? (usual ? t(usual[0]) : ''), labels?.[max] ?? (usual ? t(usual[1]) : '')]
}

function listHtml(
  type: 'radio' | 'checkbox',
  options: readonly AnswerOption[],
  name: string,
  answer: AnswerValue | undefined,
  question: Question,
): Html {
  const chosen = (id: string) => (Array.isArray(answer) ? answer.includes(id) : answer === id)
  return html`<div class="list">${options.map(
    ({ id, label }) =>
      html`<label><input type="${type}" name="${name}" value="${id}"${chosen(id) && ' checked'}${type === 'radio' && required(question)}><span><bdi>${label}</bdi></span></label>`,
  )}</div>`
}

// A browser cannot point at a required field that is not shown: where a rule may hide it, the server asks.
const required = ({ required: must, showIf }: Question) => must && !showIf && ' required'

const optional = ({ required: must }: Question, t: Translate) => !must && html` <small>${t('(optional)')}</small>`

const notes = ({ id, hint }: Question, wrong: string | undefined): Html =>
  html`${hint && html`<p class="hint" id="h-${id}">${hint}</p>`}${wrong && html`<p class="wrong" id="e-${id}">${wrong}</p>`}`

function described({ id, hint }: Question, wrong: string | undefined): Html | false {
  const by = [hint && `h-${id}`, wrong && `e-${id}`].filter(Boolean).join(' ')
  return by !== '' && html` aria-describedby="${by}"${wrong && html` aria-invalid="true"`}`
}
