// @words everybody
import { type Html, html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type Brand, tonesOf } from '../mail/brand.ts'
import { button, heading, layout, lead, paragraph, row } from '../mail/layout.ts'
import type { Rendered } from '../mail/payload.ts'
import { countOf, foldNotifications, type Folded, knownKind, manyHref, manyWords } from './foldNotifications.ts'

export interface MailedItem {
  kind: string
  text: string
  detail: string | null
  /** Inside the console, and as an address. */
  href: string | null
  url: string | null
}

export interface MailedNotifications {
  items: readonly MailedItem[]
  /** False for readers who cannot sign in: there is nothing they could choose. */
  choices?: boolean
}

/** So many are named of those that are told together. */
const NAMED = 8

/** “Dana waits”, “12 alerts are yours”, or “14 things for you”. */
export function mailSubject(items: readonly Omit<MailedItem, 'url'>[], t: Translate): string {
  if (items.length === 1) return items[0]!.text
  const of = new Set(items.map(item => knownKind(item.kind)))
  return manyWords(of.size === 1 ? [...of][0]! : 'other', countOf(items), t)
}

/** What happened since the last mail: one thing with its button, many of a kind with one button, or a list whose lines lead on. */
export function notificationMail(
  { items, choices = true }: MailedNotifications,
  baseUrl: string,
  brand: Brand,
  t: Translate,
): Rendered {
  const [first] = items
  const settingsUrl = `${baseUrl}/settings/notifications`
  const title = mailSubject(items, t)
  const folded = foldNotifications(items)
  const body =
    items.length === 1
      ? one(first!, brand, t)
      : [heading(title), ...folded.flatMap(part => told(part, folded.length, baseUrl, brand, t))]
  const foot = [
    html`${t('You get this because of your work in {org}.', { org: brand.name })}`,
    ...(choices
      ? [
          html`<a class="l" href="${settingsUrl}" style="color:${tonesOf(brand).light};">${t('Change what reaches you by mail')}</a>`,
        ]
      : []),
  ]
  const sheet = { preheader: first?.detail ?? title, title, lang: t.locale, dir: t.dir, brand }
  const words = folded.map(part => textOf(part, baseUrl, t))
  return {
    subject: title,
    html: layout({ ...sheet, body, foot }),
    text: [...words, ...(choices ? [`--\n${t('Change what reaches you by mail')}: ${settingsUrl}`] : [])].join('\n\n'),
  }
}

function one({ text, detail, url }: MailedItem, brand: Brand, t: Translate) {
  return [heading(text), ...(detail ? [lead(detail)] : []), ...(url ? [button(t('Open'), url, brand)] : [paragraph('')])]
}

/** Many of a kind: named, as far as anybody reads, and one link to act on all of them. */
function told(part: Folded<MailedItem>, parts: number, baseUrl: string, brand: Brand, t: Translate): Html[] {
  if (part.kind === 'one') return [line(part.item, brand)]
  const href = manyHref(part.of)
  const title = { text: manyWords(part.of, part.n, t), detail: null, url: href && baseUrl + href }
  const shown = part.items.slice(0, NAMED)
  return [
    ...(parts > 1 ? [line(title, brand)] : []),
    ...shown.map(item => line(item, brand, true)),
    ...(part.items.length > NAMED ? [line({ text: more(part, t), detail: null, url: null }, brand, true)] : []),
    ...(href ? [button(t('Open all'), baseUrl + href, brand)] : []),
  ]
}

const more = ({ items }: { items: readonly unknown[] }, t: Translate): string => t('and {n} more', { n: items.length - NAMED })

function line({ text, detail, url }: Pick<MailedItem, 'text' | 'detail' | 'url'>, brand: Brand, small = false) {
  const what = url
    ? html`<a class="l" href="${url}" style="color:${tonesOf(brand).light};font-weight:600;">${text}</a>`
    : html`${text}`
  return row(html`${what}${detail && html`<br>${detail}`}`, {
    tag: 's',
    font: '400 15px/23px',
    colour: '#47525b',
    below: small ? 8 : 16,
  })
}

function textOf(part: Folded<MailedItem>, baseUrl: string, t: Translate): string {
  if (part.kind === 'one') return [part.item.text, part.item.detail, part.item.url].filter(Boolean).join('\n')
  const href = manyHref(part.of)
  const named = part.items.slice(0, NAMED).map(item => `- ${item.text}${href ? '' : ` ${item.url ?? ''}`}`)
  const rest = part.items.length > NAMED ? [`- ${more(part, t)}`] : []
  return [manyWords(part.of, part.n, t), ...named, ...rest, ...(href ? [baseUrl + href] : [])].join('\n')
}
