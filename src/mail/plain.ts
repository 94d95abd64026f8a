// @words everybody
import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import type { Brand } from './brand.ts'
import { button, heading, layout, lead, paragraph } from './layout.ts'

const address = /^https?:\/\/\S+$/

/** A mail that came as plain words, set in the house's layout: the subject as title, the first bare link as a button. */
export function plainMail(mail: { subject: string; text: string }, brand: Brand, t: Translate): string {
  const blocks = mail.text
    .trim()
    .split(/\n\s*\n/)
    .map(block => block.trim())
    .filter(Boolean)
  const action = blocks.findIndex(block => linkIn(block))
  const body = blocks.map((block, i) => {
    if (i !== action) return i === 0 ? lead(block) : paragraph(block)
    const { label, url } = linkIn(block)!
    return button(label ?? t('Open'), url, brand)
  })
  const foot = [html`${[brand.name, brand.address].filter(Boolean).join(', ')}`]
  const sheet = { preheader: blocks[0] ?? '', title: mail.subject, lang: t.locale, dir: t.dir, brand }
  return layout({ ...sheet, body: [heading(mail.subject), ...body], foot })
}

/** A block that is nothing but a link, perhaps with its label on the line before: “Choose a new password:\nhttps://…” */
function linkIn(block: string): { label?: string; url: string } | undefined {
  const parts = block.split('\n').map(line => line.trim())
  const url = parts.at(-1)!
  if (!address.test(url) || parts.length > 2) return undefined
  const label = parts.length === 2 ? parts[0]!.replace(/[:：]$/, '') : undefined
  return label === undefined ? { url } : label.length <= 60 ? { label, url } : undefined
}
