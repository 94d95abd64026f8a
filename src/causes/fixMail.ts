// @words everybody
import { html } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { isolated } from '../kit/words.ts'
import { type Brand, tonesOf } from '../mail/brand.ts'
import { heading, layout, lead, paragraph } from '../mail/layout.ts'
import type { Rendered } from '../mail/payload.ts'

export interface FixMail {
  /** First name of the customer; empty when nobody knows it. */
  name: string
  /** What was done, in the organisation's own words. */
  words: string
  /** What they had said. */
  said: string | null
}

/** “You said, we did”: nothing is asked, nothing is to be done. */
export function fixMail({ name, words, said }: FixMail, optOut: string, brand: Brand, t: Translate): Rendered {
  const subject = t('You said, we did')
  const hello = name ? t('Hello {name},', { name }) : t('Hello,')
  const told = said
    ? `${hello}\n${t('you told us: “{said}”', { said: isolated(said, t) })}`
    : `${hello}\n${t('you told us what was not right.')}`
  const thanks = t('Thank you for telling us. Nothing is left for you to do.')
  const { light } = tonesOf(brand)
  const foot = [
    html`${t('You get this once, because you told {org} about your experience.', { org: brand.name })}`,
    html`<a class="l" href="${optOut}" style="color:${light};">${t('No more mail like this')}</a>`,
    html`${[brand.name, brand.address].filter(Boolean).join(', ')}`,
  ]
  const body = [heading(subject), lead(told), paragraph(words), paragraph(thanks)]
  return {
    subject,
    html: layout({ preheader: words, title: subject, lang: t.locale, dir: t.dir, brand, body, foot }),
    text: [subject, told, words, thanks, `--\n${t('No more mail like this')}: ${optOut}`].join('\n\n'),
  }
}
