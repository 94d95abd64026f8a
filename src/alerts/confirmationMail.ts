// @words everybody
import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type Brand, tonesOf } from '../mail/brand.ts'
import { button, heading, layout, lead, paragraph } from '../mail/layout.ts'
import type { Rendered } from '../mail/payload.ts'

export interface ConfirmationMail {
  /** First name of the customer; empty when nobody knows it. */
  name: string
  /** What they had said. */
  said: string | null
  /** Who looked after it. */
  owner: string
}

export interface ConfirmationLinks {
  yes: string
  no: string
  optOut: string
}

/** One question with two answers, each one tap; the tap opens a page, and only what is sent there counts. */
export function confirmationMail(mail: ConfirmationMail, links: ConfirmationLinks, brand: Brand, t: Translate): Rendered {
  const subject = t('Is it settled?')
  const words = wordsOf(mail, brand, t)
  const hint = t('If it is not, tell us what is missing: it goes straight back to the person who looks after it.')
  const { light } = tonesOf(brand)
  const foot = [
    html`${t('You get this because you told {org} about your experience.', { org: brand.name })}`,
    html`<a class="l" href="${links.optOut}" style="color:${light};">${t('No more mail like this')}</a>`,
    html`${[brand.name, brand.address].filter(Boolean).join(', ')}`,
  ]
  const body = [
    heading(subject),
    ...words.map((text, i) => (i === 0 ? lead(text) : paragraph(text))),
    button(t('Yes, settled'), links.yes, brand),
    button(t('No, not settled'), links.no, brand),
    paragraph(hint),
  ]
  const plain = [
    ...words,
    `${t('Yes, settled')}:\n${links.yes}`,
    `${t('No, not settled')}:\n${links.no}`,
    hint,
    `--\n${t('No more mail like this')}: ${links.optOut}`,
  ]
  return {
    subject,
    html: layout({ preheader: words.at(-1)!, title: subject, lang: t.locale, dir: t.dir, brand, body, foot }),
    text: plain.join('\n\n'),
  }
}

function wordsOf({ name, said, owner }: ConfirmationMail, { name: org }: Brand, t: Translate): string[] {
  const hello = name ? t('Hello {name},', { name }) : t('Hello,')
  const told = said ? t('you told us: “{said}”', { said }) : t('you told us about your experience.')
  return [`${hello}\n${told}`, t('{owner} of {org} has looked after it and believes it is settled. Is it?', { owner, org })]
}
