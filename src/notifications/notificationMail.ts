import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type Brand, tonesOf } from '../mail/brand.ts'
import { button, heading, layout, lead, paragraph, row } from '../mail/layout.ts'
import type { Rendered } from '../mail/payload.ts'

export interface MailedItem {
  text: string
  detail: string | null
  url: string | null
}

/** What happened since the last mail: one thing with its button, or a list whose lines lead on. */
export function notificationMail(items: readonly MailedItem[], settingsUrl: string, brand: Brand, t: Translate): Rendered {
  const [first] = items
  const title = items.length === 1 ? first!.text : t('{n, plural, one {# thing} other {# things}} for you', { n: items.length })
  const body = items.length === 1 ? one(first!, brand, t) : [heading(title), ...items.map(item => line(item, brand))]
  const foot = [
    html`${t('You get this because of your work in {org}.', { org: brand.name })}`,
    html`<a class="l" href="${settingsUrl}" style="color:${tonesOf(brand).light};">${t('Change what reaches you by mail')}</a>`,
  ]
  const sheet = { preheader: first?.detail ?? title, title, lang: t.locale, dir: t.dir, brand }
  const told = items.map(({ text, detail, url }) => [text, detail, url].filter(Boolean).join('\n'))
  return {
    subject: title,
    html: layout({ ...sheet, body, foot }),
    text: [...told, `--\n${t('Change what reaches you by mail')}: ${settingsUrl}`].join('\n\n'),
  }
}

function one({ text, detail, url }: MailedItem, brand: Brand, t: Translate) {
  return [heading(text), ...(detail ? [lead(detail)] : []), ...(url ? [button(t('Open'), url, brand)] : [paragraph('')])]
}

function line({ text, detail, url }: MailedItem, brand: Brand) {
  const what = url
    ? html`<a class="l" href="${url}" style="color:${tonesOf(brand).light};font-weight:600;">${text}</a>`
    : html`${text}`
  return row(html`${what}${detail && html`<br>${detail}`}`, { tag: 's', font: '400 15px/23px', colour: '#47525b', below: 16 })
}
