// @words everybody
import { type Html, html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type Brand, tonesOf } from './brand.ts'
import { button, heading, layout, lead, paragraph } from './layout.ts'
import type { Rendered } from './payload.ts'

export interface Notice {
  subject: string
  title: string
  /** Paragraphs. */
  words: readonly string[]
  action?: { label: string; url: string }
  /** Said after the button, smaller. */
  after?: readonly string[]
  /** Why this reached the reader, and where to change that. */
  reason?: string
  settingsUrl?: string
}

/** One title, some words, one button: for everything that is not a questionnaire. */
export function noticeMail(notice: Notice, brand: Brand, t: Translate): Rendered {
  const { subject, title, words, action, after = [] } = notice
  const body = [
    heading(title),
    ...words.map((text, i) => (i === 0 ? lead(text) : paragraph(text))),
    ...(action ? [button(action.label, action.url, brand)] : []),
    ...after.map(paragraph),
  ]
  const sheet = { preheader: words[0] ?? title, title: subject, lang: t.locale, dir: t.dir, brand }
  return { subject, html: layout({ ...sheet, body, foot: footOf(notice, brand, t) }), text: noticeText(notice, brand) }
}

function footOf({ reason, settingsUrl }: Notice, brand: Brand, t: Translate): Html[] {
  const settings =
    settingsUrl &&
    html`<a class="l" href="${settingsUrl}" style="color:${tonesOf(brand).light};">${t('Change what reaches you by mail')}</a>`
  return [reason && html`${reason}`, settings, html`${[brand.name, brand.address].filter(Boolean).join(', ')}`].filter(
    part => !!part,
  ) as Html[]
}

function noticeText({ title, words, action, after = [], reason }: Notice, brand: Brand): string {
  const link = action ? [`${action.label}:\n${action.url}`] : []
  return [title, ...words, ...link, ...after, `--\n${reason ? `${reason}\n` : ''}${brand.name}`].join('\n\n')
}
