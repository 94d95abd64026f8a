import { type Html, html, raw } from '../kit/html.ts'
import { type Brand, tonesOf } from './brand.ts'

export interface Sheet {
  /** Shown by the mail program before the mail is opened. */
  preheader: string
  title: string
  lang: string
  dir: 'ltr' | 'rtl'
  brand: Brand
  /** Table rows, made with `row` and the parts below. */
  body: readonly Html[]
  /** Lines below the rule. */
  foot: readonly Html[]
}

const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans',sans-serif"
const frame = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'

/** Tables and inline styles, because mail programs know little else; classes only for dark mode and small screens. */
export function layout(sheet: Sheet): string {
  const { brand, dir, lang } = sheet
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<title>${sheet.title}</title>
<style>${raw(styles(brand))}</style>
</head>
<body class="out" style="margin:0;padding:0;background:#f6f7f7;">
<div role="main" lang="${lang}" dir="${dir}">
<div style="display:none;max-height:0;overflow:hidden;">${sheet.preheader}&#8199;&#65279;&#847;</div>
<table ${raw(frame)} class="out" style="background:#f6f7f7;"><tr><td align="center" style="padding:0;">
<table ${raw(frame)} style="max-width:600px;"><tr><td class="in" style="background:#ffffff;padding:36px 36px 32px;">
<table ${raw(frame)}>
${[head(brand), ...sheet.body].map(part => html`${part}\n`)}<tr><td class="rule f" style="border-top:1px solid #e5e8ea;padding-top:16px;font:400 13px/20px ${raw(sans)};color:#616b75;">${join(sheet.foot)}</td></tr>
</table>
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`.text
}

function styles(brand: Brand): string {
  const { dark, onDark } = tonesOf(brand)
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
a{overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){
.out{background:#0b0e10!important}.in{background:#101417!important}.t{color:#e9edef!important}.s{color:#aeb8bf!important}.f,.f a{color:#8f9aa2!important}
.c{background:#101417!important;color:#e9edef!important;border-color:#6d7881!important}.rule{border-color:#22292e!important}.l{color:${dark}!important}.f a.l{color:${dark}!important}
.b{background:${dark}!important;color:${onDark}!important}.logo{background:#ffffff!important}
}
@media (max-width:480px){.in{padding:24px 16px!important}.h{font-size:19px!important;line-height:26px!important}.c{padding:12px 0!important;font-size:14px!important}.o{padding:12px 16px!important}}`
}

function head(brand: Brand): Html {
  const logo = brand.logoUrl
    ? html`<img class="logo" src="${brand.logoUrl}" alt="" height="28" style="height:28px;width:auto;border:0;vertical-align:middle;border-radius:4px;">&nbsp; `
    : ''
  return row(html`${logo}${brand.name}`, { tag: 't', font: '600 16px/22px', colour: '#12181d', below: 28 })
}

interface RowStyle {
  tag: 't' | 's' | 'f' | 't h'
  font: string
  colour: string
  below: number
}

/** One row of the sheet. */
export function row(content: Html, { tag, font, colour, below }: RowStyle): Html {
  return html`<tr><td class="${tag}" style="font:${raw(font)} ${raw(sans)};color:${colour};padding-bottom:${below}px;">${content}</td></tr>`
}

export const lead = (text: string): Html => row(lines(text), { tag: 's', font: '400 16px/24px', colour: '#47525b', below: 12 })

export const paragraph = (text: string): Html =>
  row(lines(text), { tag: 's', font: '400 15px/23px', colour: '#47525b', below: 28 })

export const heading = (text: string): Html =>
  row(html`<h1 style="margin:0;padding:0;font:inherit;">${text}</h1>`, {
    tag: 't h',
    font: '600 22px/29px',
    colour: '#12181d',
    below: 20,
  })

export function button(label: string, href: string, brand: Brand): Html {
  const { light, onLight } = tonesOf(brand)
  return html`<tr><td style="padding-bottom:28px;"><a class="b" href="${href}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${light};color:${onLight};font:600 15px/20px ${raw(sans)};text-decoration:none;">${label}</a></td></tr>`
}

/** What people typed keeps its line breaks. */
export const lines = (text: string): Html =>
  join(
    text.split('\n').map(line => html`${line}`),
    '<br>',
  )

const join = (parts: readonly Html[], between = '<br>'): Html => raw(parts.map(part => part.text).join(between))

export const sansFont = raw(sans)
export const tableFrame = raw(frame)
