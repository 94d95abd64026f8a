// @words everybody
import { type Html, html, raw } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { tonesOf } from '../mail/brand.ts'

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
  const { organisation, out, t } = view
  return smallPage(
    view,
    out === 'none' ? t('No more questions?') : t('You will get no more mail like this'),
    out === 'none' ? choose(view) : done(view),
    organisation,
  )
}

/** For a link that was cut, or made by nobody. */
export const unknownOptOutPage = (t: Translate): string =>
  smallPage(
    { colour: null, t },
    t('This link is not complete'),
    html`<p>${t('Open it again from the mail: some programs cut long links in two.')}</p>`,
    'Fullcircle',
  )

function choose({ organisation, survey, t }: OptOutView): Html {
  return html`<p>${t('Nothing has changed yet. Choose what you no longer want.')}</p>
<form method="post">
${survey !== null && html`<label><input type="radio" name="what" value="survey" checked><span>${t('Mails about this: {survey}', { survey })}</span></label>`}
<label><input type="radio" name="what" value="all"${survey === null && raw(' checked')}><span>${t('All questions from {organisation}', { organisation })}</span></label>
<button>${t('Send me no more of these')}</button>
</form>`
}

function done({ organisation, survey, out, t }: OptOutView): Html {
  const said =
    out === 'all' || survey === null
      ? t('{organisation} will not ask you anything by mail any more.', { organisation })
      : t('You will not be asked about this any more: {survey}.', { survey })
  return html`<p>${said}</p><form method="post"><input type="hidden" name="what" value="none"><button class="plain">${t('That was a mistake: ask me again')}</button></form>`
}

/** A small page at the end of a mail's link: it works without script and loads nothing. */
export function smallPage(
  { colour, t }: { colour: string | null; t: Translate },
  title: string,
  main: Html,
  organisation: string,
): string {
  return html`<!doctype html>
<html lang="${t.locale}" dir="${t.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · ${organisation}</title><style>${raw(style(colour))}</style></head>
<body><header>${organisation}</header><main><h1>${title}</h1>${main}</main></body>
</html>
`.text
}

function style(colour: string | null): string {
  const { light, onLight, dark, onDark } = tonesOf({ colour: colour ?? undefined })
  return `:root{--page:#fff;--ink:#12181d;--ink2:#47525b;--control:#7f8a93;--accent:${light};--on:${onLight};color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--page:#101417;--ink:#e9edef;--ink2:#aeb8bf;--control:#6d7881;--accent:${dark};--on:${onDark}}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/24px -apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans',sans-serif}
header,main{max-width:560px;margin:0 auto;padding:24px 20px 0}header{font-weight:600}h1{font-size:24px;line-height:32px;margin:16px 0 8px}p{color:var(--ink2);margin:0 0 20px}
label{display:flex;gap:12px;align-items:center;min-height:48px;padding:8px 14px;margin-bottom:8px;border:1px solid var(--control);border-radius:6px;cursor:pointer}label:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
input{accent-color:var(--accent);width:20px;height:20px;margin:0;flex:none}button{min-height:48px;margin-top:12px;padding:0 20px;border:1px solid var(--accent);border-radius:6px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button.plain{background:none;color:var(--ink);border-color:var(--control)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`
}
