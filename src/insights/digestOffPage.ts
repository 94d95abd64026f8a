// @words everybody
import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { pageOf } from '../kit/page/page.ts'
import { plainFrame } from '../kit/page/plainFrame.ts'

export interface DigestOffView {
  organisation: string
  colour: string | null
  /** Whether the digest comes, as things stand. */
  on: boolean
  t: Translate
}

/** Where “Stop this mail” leads: one button and no login. Opening it changes nothing, because mail programs open links too. */
export function digestOffPage(view: DigestOffView): string {
  const { organisation, on, t } = view
  const title = on ? t('No more weekly digest?') : t('The weekly digest has stopped')
  const main = on
    ? html`<p class="about below">${t('Each Monday you get the week in numbers. Whatever else reaches you by mail stays as it is.')}</p><form method="post"><p class="send"><button class="go">${t('Stop the weekly digest')}</button></p></form>`
    : html`<p class="about below">${t('{organisation} will not send you the week in numbers any more.', { organisation })}</p><form method="post"><input type="hidden" name="what" value="on"><p class="send"><button class="go less">${t('That was a mistake: send it again')}</button></p></form>`
  return pageOf(plainFrame(view, title), html`<p class="about"></p><h1>${title}</h1>${main}`)
}
