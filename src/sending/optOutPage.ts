// @words everybody
import { type Html, html, raw } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { plainFrame } from '../kit/page/plainFrame.ts'
import { pageOf, wordsPage } from '../kit/page/page.ts'

export interface OptOutView {
  organisation: string
  colour: string | null
  /** The survey that the mail was about; null where it was about none. */
  survey: string | null
  /** What holds now. */
  out: 'none' | 'survey' | 'all'
  t: Translate
}

/** Where “No more questions like this” leads. Works without script; opening it changes nothing. */
export function optOutPage(view: OptOutView): string {
  const { out, t } = view
  const title = out === 'none' ? t('No more questions?') : t('You will get no more mail like this')
  return pageOf(
    plainFrame(view, title),
    html`<p class="about"></p><h1>${title}</h1>${out === 'none' ? choose(view) : done(view)}`,
  )
}

/** For a link that was cut, or made by nobody. */
export const unknownOptOutPage = (t: Translate): string =>
  wordsPage(plainFrame({ organisation: 'Fullcircle', colour: null, t }, t('This link is not complete')), {
    title: t('This link is not complete'),
    text: t('Open it again from the mail: some programs cut long links in two.'),
  })

function choose({ organisation, survey, t }: OptOutView): Html {
  return html`<p class="about below">${t('Nothing has changed yet. Choose what you no longer want.')}</p>
<form method="post"><div class="list">
${survey !== null && html`<label><input type="radio" name="what" value="survey" checked><span>${t('Mails about this: {survey}', { survey })}</span></label>`}
<label><input type="radio" name="what" value="all"${survey === null && raw(' checked')}><span>${t('All questions from {organisation}', { organisation })}</span></label>
</div><p class="send"><button class="go">${t('Send me no more of these')}</button></p>
</form>`
}

function done({ organisation, survey, out, t }: OptOutView): Html {
  const said =
    out === 'all' || survey === null
      ? t('{organisation} will not ask you anything by mail any more.', { organisation })
      : t('You will not be asked about this any more: {survey}.', { survey })
  return html`<p class="about below">${said}</p><form method="post"><input type="hidden" name="what" value="none"><p class="send"><button class="go less">${t('That was a mistake: ask me again')}</button></p></form>`
}
