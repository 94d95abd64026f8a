// @words everybody
import { type Html, html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type AnswerScale, isScored, type Question, scaleOf, valuesOf } from '../surveys/question.ts'
import type { Questionnaire } from '../surveys/questionnaire.ts'

/** “Please call me about this”, as far as it was filled in. */
export interface CallView {
  wanted: boolean
  phone: string
  wrong?: string | undefined
}

export const noCall: CallView = { wanted: false, phone: '' }

/** What was typed, and what is wrong with it. The number is no answer: it is not saved as one goes. */
export function callFrom(fields: Record<string, unknown>, { offersCall }: Questionnaire, t: Translate): CallView {
  const phone = typeof fields['phone'] === 'string' ? fields['phone'].trim().slice(0, 40) : ''
  const wanted = !!offersCall && fields['call'] === '1'
  const wrong = wanted && !isPhone(phone) ? t('Type the number that we are to call.') : undefined
  return { wanted, phone, wrong }
}

/** Six digits at least, and what people write between them. */
export const isPhone = (text: string): boolean =>
  /^[+\d(][\d\s()./-]{4,38}$/.test(text) && text.replace(/\D/g, '').length >= 6 && text.length <= 40

export function callHtml({ anonymous }: Questionnaire, { wanted, phone, wrong }: CallView, t: Translate): Html {
  const note = anonymous
    ? t('Your number goes to the people who look after this survey, apart from your answers. Nothing here puts the two together.')
    : t('Your number goes to the people who look after this survey, together with your answers.')
  return html`<div class="note call" id="call"><label><input type="checkbox" name="call" value="1"${wanted && ' checked'}><b>${t('Please call me about this')}</b></label>
<div><label for="phone">${t('Your phone number')}</label><p class="hint" id="call-n">${note}</p>${wrong && html`<p class="wrong" id="call-e">${wrong}</p>`}<input class="field" id="phone" name="phone" type="tel" dir="ltr" autocomplete="tel" maxlength="40" aria-describedby="call-n${wrong && ' call-e'}"${wrong && ' aria-invalid="true"'} value="${phone}"></div></div>
`
}

/** Without script: shown once a low score is chosen on this page, the number once a call is wanted. */
export function callStyle(page: readonly Question[]): string {
  const question = page.find(isScored)
  const look =
    '.call{white-space:normal}.call label:has([type=checkbox]){display:flex;gap:.75rem;align-items:center;min-height:2.75rem}.call [type=checkbox]{width:1.25rem;height:1.25rem;accent-color:var(--brand)}'
  const low = question && lowOf(scaleOf(question)!).map(value => `[value="${value}"]`)
  const shown = low ? `#f:not(:has(#q-${question.id} :is(${low.join(',')}):checked)) #call,` : ''
  return `${look}@supports selector(:has(a)){${shown}.call:not(:has([type=checkbox]:checked)) div{display:none}}`
}

/** 0–6 of ten, 1–3 of five. */
const lowOf = (scale: AnswerScale): number[] =>
  valuesOf(scale).filter(value => (value - scale.min) / (scale.max - scale.min) <= 0.6)
