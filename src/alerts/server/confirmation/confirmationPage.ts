// @words everybody
import { type Html, html, raw } from '../../../kit/html.ts'
import { type PageFrame, pageOf, wordsPage } from '../../../kit/page/page.ts'
import type { AskedConfirmation } from './confirmations.ts'

export interface ConfirmationInput {
  answer: 'yes' | 'no' | undefined
  words: string
  /** Nothing was chosen. */
  wrong?: boolean
}

/** Where the mail leads: the question with its two answers, or how it stands. Opening it changes nothing. */
export function confirmationPage(frame: PageFrame, asked: AskedConfirmation, typed: ConfirmationInput): string {
  const { t } = frame
  switch (asked.now) {
    case 'open':
      return pageOf(frame, ask(frame, asked, typed))
    case 'settled':
      return typed.answer === 'no' ? pageOf(frame, ask(frame, asked, typed)) : pageOf(frame, settled(frame))
    case 'not-settled':
      return wordsPage(frame, {
        title: t('Thank you for telling us'),
        text: t('It is open again, and {owner} has your words. Somebody will be in touch.', { owner: asked.owner }),
        done: true,
      })
    case 'past':
      return wordsPage(frame, {
        title: t('We are still at it'),
        text: t('Somebody has gone on with this since we asked. You will hear from us again.'),
      })
  }
}

function ask({ t }: PageFrame, { said, owner }: AskedConfirmation, { answer, words, wrong }: ConfirmationInput): Html {
  const choice = (value: 'yes' | 'no', label: string) =>
    html`<label><input type="radio" name="answer" value="${value}"${answer === value && raw(' checked')}><span>${label}</span></label>`
  return html`<p class="about">${t('{owner} has looked after what you told us, and believes it is settled.', { owner })}</p>
${said && html`<blockquote class="note said" style="margin-bottom:1.5rem">${said}</blockquote>`}
<form method="post">
<fieldset><legend><h1>${t('Is it settled?')}</h1></legend>
${wrong && html`<p class="wrong" role="alert">${t('Choose one of the two.')}</p>`}
<div class="list">${choice('yes', t('Yes, settled'))}${choice('no', t('No, not settled'))}</div></fieldset>
<label class="part" style="display:block">${t('Anything you want to add? If it is not settled: what is missing?')}
<textarea name="words" maxlength="2000">${words}</textarea></label>
<p class="send"><button class="go">${t('Send')}</button></p>
</form>`
}

const settled = ({ t }: PageFrame): Html =>
  html`<p class="about"></p><h1>${t('Thank you')}</h1><p class="about below">${t('Good to know that it is settled.')}</p>
<p class="send"><a class="go less" href="?answer=no">${t('It is not settled after all')}</a></p>`
