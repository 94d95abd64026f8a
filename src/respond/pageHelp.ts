// @words everybody
import { type Html, html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import type { Question } from '../surveys/question.ts'

export interface HelpView {
  action: string
  back: string
  resume: string
  questions: readonly Question[]
  /** Where they were when they asked. */
  at: string | undefined
  message: string
  email: string
  wrong: string | undefined
  anonymous: boolean
  t: Translate
}

/** “Need help?”: what they ask, where they are, and how a reply can reach them. Nothing of what they answered. */
export function helpHtml({ action, back, resume, questions, at, message, email, wrong, anonymous, t }: HelpView): Html {
  return html`<p class="about"></p><h1>${t('What can we help you with?')}</h1>
<p class="hint">${t('What you answered is kept and is not part of your question.')}</p>
${wrong && html`<p class="note bad" role="alert">${wrong}</p>`}
<form method="post" action="${action}" accept-charset="utf-8"><input type="hidden" name="r" value="${resume}">
<div class="q"><label class="ask" for="message">${t('Your question')}</label><textarea id="message" name="message" rows="4" maxlength="4000" required>
${message}</textarea></div>
<div class="q"><label class="ask" for="at">${t('It is about')}</label><select class="field" id="at" name="at"><option value="">${t('The survey as a whole')}</option>${questions.map(({ id, prompt }) => html`<option value="${id}"${id === at && ' selected'}>${prompt.slice(0, 120)}</option>`)}</select></div>
<div class="q"><label class="ask" for="email">${t('Your e-mail address')} <small>${t('(optional)')}</small></label><p class="hint">${anonymous ? t('Without it the reply appears on this page. With it, whoever helps you sees your address, but not your answers.') : t('Without it the reply appears on this page.')}</p><input class="field" id="email" name="email" type="email" autocomplete="email" maxlength="254" value="${email}"></div>
<div class="send"><button class="go">${t('Ask')}</button><a class="go less" href="${back}">${t('Back to the survey')}</a></div></form>`
}
