// @words everybody
import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { smallPage } from '../sending/optOutPage.ts'

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
  const main = on
    ? html`<p>${t('Each Monday you get the week in numbers. Whatever else reaches you by mail stays as it is.')}</p><form method="post"><button>${t('Stop the weekly digest')}</button></form>`
    : html`<p>${t('{organisation} will not send you the week in numbers any more.', { organisation })}</p><form method="post"><input type="hidden" name="what" value="on"><button class="plain">${t('That was a mistake: send it again')}</button></form>`
  return smallPage(view, on ? t('No more weekly digest?') : t('The weekly digest has stopped'), main, organisation)
}
