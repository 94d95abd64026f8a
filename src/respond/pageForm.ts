// @words everybody
import { type Html, html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import type { Answers } from '../surveys/answerCondition.ts'
import type { Question } from '../surveys/question.ts'
import type { Questionnaire } from '../surveys/questionnaire.ts'
import { conditionStyle } from './pageConditions.ts'
import { callHtml, callStyle, type CallView } from './pageCall.ts'
import { questionHtml } from './pageQuestions.ts'
import { questionPagesOf } from './pageSteps.ts'

/** Everything the form of one visit shows. */
export interface FormView {
  /** In the language that is shown. */
  questionnaire: Questionnaire
  answers: Answers
  /** Questions with something wrong, and what. */
  wrong: ReadonlyMap<string, string>
  /** Which page of the questionnaire, from 0. */
  step: number
  /** Lets the person come back to what they typed. */
  resume: string
  /** The same for another device; null when their own link already does. */
  resumeUrl: string | null
  action: string
  saved: boolean
  /** Replies to what they asked, and that a question went off. */
  replies: readonly { message: string; reply: string | null; question_id: string | null }[]
  asked: boolean
  call: CallView
  t: Translate
}

export function formHtml(view: FormView): { form: Html; style: string } {
  const { questionnaire, answers, step } = view
  const steps = questionPagesOf(questionnaire.questions)
  const page = steps[step] ?? []
  const calls = questionnaire.offersCall && step >= steps.length - 1
  const style = conditionStyle(questionnaire.questions, page, answers) + (calls ? callStyle(page) : '')
  return { form: whole(view, page, steps.length), style }
}

function whole(view: FormView, page: Question[], steps: number): Html {
  const { questionnaire, answers, wrong, step, t } = view
  return html`${notices(view)}<form id="f" method="post" action="${view.action}" accept-charset="utf-8">
<input type="hidden" name="r" value="${view.resume}"><input type="hidden" name="step" value="${step}">
${step === 0 && about(questionnaire)}${steps > 1 && html`<p class="hint">${t('Page {page} of {pages}', { page: step + 1, pages: steps })}</p>`}
${questionHtml(page, answers, wrong, t)}${questionnaire.offersCall && step >= steps - 1 && callHtml(questionnaire, view.call, t)}${buttons(view, steps)}</form>`
}

function about({ title, about: text }: Questionnaire): Html {
  const words = [title, text].filter(line => line.trim() !== '').join('\n')
  return html`<p class="about">${words}</p>`
}

function buttons({ questionnaire: { wording }, step, saved, t }: FormView, steps: number): Html {
  const last = step >= steps - 1
  // The first button is what Enter presses: onward, never back.
  const onward = last
    ? html`<button class="go" name="do" value="send">${wording.send || t('Send')}</button>`
    : html`<button class="go" name="do" value="next">${wording.next || t('Next')}</button>`
  const back =
    step > 0 && html`<button class="go less" name="do" value="back" formnovalidate>${wording.back || t('Back')}</button>`
  // Without script nothing is kept by itself.
  const later = html`<noscript><button class="go less" name="do" value="save" formnovalidate>${t('Save and go on later')}</button></noscript>`
  return html`<div class="send">${onward}${back}${later}<span class="saved" id="s" role="status" data-begin="${t('Saved as you go. Come back any time.')}" data-saved="✓ ${t('Saved')}" data-offline="${t('No connection. What you write is kept on this device and sent when you are back.')}" data-waiting="${t('Sent as soon as the connection is back. Keep this page open.')}">${saved && `✓ ${t('Saved')}`}</span></div>`
}

function notices({ wrong, questionnaire, replies, asked, call, t }: FormView): Html {
  const prompts = new Map(questionnaire.questions.map(({ id, prompt }) => [id, prompt]))
  return html`${call.wrong && html`<p class="note bad" role="alert"><a href="#phone">${call.wrong}</a></p>`}${wrong.size > 0 && html`<div class="note bad" role="alert"><p>${t('{n, plural, one {One answer needs another look. The rest is kept.} other {# answers need another look. The rest is kept.}}', { n: wrong.size })}</p>${[...wrong].map(([id, message]) => html`<p><a href="#q-${id}">${prompts.get(id)}</a> ${message}</p>`)}</div>`}
${replies.map(({ message, reply, question_id }) => html`<div class="note"><p>${t('You asked: {message}', { message })}</p><p class="said">${reply}</p>${question_id && html`<p><a href="#q-${question_id}">${t('Back to the question')}</a></p>`}</div>`)}
${asked && html`<p class="note" role="status">${t('Your question is on its way. What you answered is kept: go on, or come back later.')}</p>`}`
}

/** The languages it is offered in. Buttons of the form, so that nothing typed is lost by switching. */
export function languagesHtml(locales: readonly string[], current: string): Html | undefined {
  const others = locales.filter(locale => locale !== current)
  if (others.length === 0) return undefined
  return html`<nav>${others.map(locale => html`<button class="plain" form="f" formnovalidate name="lang" value="${locale}" lang="${locale}">${ownLanguageName(locale)}</button>`)}</nav>`
}

/** A language in its own words: Deutsch, العربية. */
export function ownLanguageName(locale: string): string {
  try {
    const own = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
    return own.charAt(0).toLocaleUpperCase(locale) + own.slice(1)
  } catch {
    return locale
  }
}

export interface FootView {
  anonymous: boolean
  named: boolean
  organisation: string
  helpLabel: string | undefined
  optOutUrl: string | null
  resumeUrl: string | null
  t: Translate
}

/** Always there: help, who sees this, how to come back, no more of this. */
export function footHtml({ anonymous, named, organisation, helpLabel, optOutUrl, resumeUrl, t }: FootView): Html {
  return html`<button class="plain help" form="f" formnovalidate name="do" value="help">${helpLabel || t('Need help?')}</button>
<details><summary>${t('Who sees this?')}</summary><p>${whoSees(anonymous, named, organisation, t)}</p></details>
${resumeUrl && html`<details><summary>${t('Go on later or elsewhere')}</summary><p>${t('Open this link on any device; it leads back to what you wrote. Who has it sees that too.')}</p><p><a href="${resumeUrl}">${resumeUrl}</a></p></details>`}
${optOutUrl && html`<a href="${optOutUrl}">${t('No more questions like this')}</a>`}
${anonymous && html`<p>${t('This survey is anonymous: nothing is stored that could name you.')}</p>`}`
}

function whoSees(anonymous: boolean, named: boolean, org: string, t: Translate): string {
  if (anonymous) {
    return t(
      'People at {org} who look after this survey see the answers, but not whose they are: no name, no address, no device and no invitation is stored with them, and of the time only the day. Do not write in a text what would name you.',
      { org },
    )
  }
  return named
    ? t('People at {org} who look after service quality see your answer with your name, so that they can put things right.', {
        org,
      })
    : t('People at {org} who look after service quality see your answer. Your name is not asked for.', { org })
}
