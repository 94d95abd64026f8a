// @words everybody
import { type Html, html, raw } from '../kit/html.ts'
import type { Translate } from '../kit/i18n.ts'
import { type Brand, tonesOf } from './brand.ts'
import { button, heading, layout, lead, paragraph, sansFont, tableFrame } from './layout.ts'
import type { Rendered } from './payload.ts'

/** The first question, as far as a mail can ask it. */
export interface FirstQuestion {
  kind: 'nps' | 'csat' | 'ces' | 'rating' | 'choice' | 'choices' | 'text' | 'matrix'
  prompt: string
  scale?: { min: number; max: number; labels?: Record<string, string> }
  options?: readonly { id: string; label: string }[]
}

export interface InvitationMail {
  subject: string
  /** Above the question: “Hello Dana, …”. */
  intro: string
  question: FirstQuestion
  /** Below it; the product's own words where it is empty. */
  outro: string
  /** Language and direction of the organisation's own words; of the product's unless told. */
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  reminder: boolean
  anonymous: boolean
  /** Days that the contact-frequency rule keeps free between two invitations; it stands in the foot. */
  everyDays?: number | undefined
  /** Why this person is asked. */
  reason?: string | undefined
}

export interface InvitationLinks {
  /** The questionnaire; with a score or an option chosen. */
  answer: string
  help: string
  optOut: string
  /** Other languages of the questionnaire: their own name and the page in them. */
  languages: readonly { label: string; url: string }[]
}

/** A questionnaire in a mail: the first question stands in it, a tap opens the page with the answer chosen. */
export function invitationMail(mail: InvitationMail, links: InvitationLinks, brand: Brand, t: Translate): Rendered {
  const { subject, intro, question } = mail
  const said = outroOf(mail, t)
  const body = [
    ...(intro ? [lead(intro)] : []),
    heading(question.prompt),
    ...askHtml(mail, links, brand, t),
    ...(said ? [paragraph(said)] : []),
  ]
  const preheader = mail.reminder
    ? t('One question is still open. A person reads the answer.')
    : t('One question, ten seconds. A person reads the answer.')
  const sheet = { preheader, title: subject, lang: mail.lang ?? t.locale, dir: mail.dir ?? t.dir, brand }
  return {
    subject,
    html: layout({ ...sheet, body, foot: footOf(mail, links, brand, t) }),
    text: textOf(mail, said, links, brand, t),
  }
}

/** Kinds whose answer can be tapped in the mail. */
const values = ({ kind, scale }: FirstQuestion): number[] => {
  if (!scale || kind === 'matrix') return []
  return Array.from({ length: scale.max - scale.min + 1 }, (_, i) => scale.min + i)
}

const withAnswer = (url: string, name: 'score' | 'choice', value: string | number) =>
  `${url}${url.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`

const MOST_OPTIONS = 7

function askHtml({ question, dir }: InvitationMail, links: InvitationLinks, brand: Brand, t: Translate): Html[] {
  const scores = values(question)
  if (scores.length) return [scoreRow(scores, links.answer), ends(question, dir ?? t.dir, t)]
  const { kind, options = [] } = question
  if (kind === 'choice' && options.length > 0 && options.length <= MOST_OPTIONS)
    return options.map((option, i) => optionRow(option, links.answer, i === options.length - 1))
  return [button(t('Answer the question'), links.answer, brand)]
}

// Percentages, not pixels: eleven buttons fit into 328 px, and into 528.
function scoreRow(scores: readonly number[], url: string): Html {
  const width = Math.floor(100 / scores.length)
  const cells = scores.map(
    score =>
      html`<td align="center" width="${width}%" style="padding:0 1px;"><a href="${withAnswer(url, 'score', score)}" class="c" style="${cell}padding:13px 0;">${score}</a></td>`,
  )
  // A scale of five does not stretch over the whole sheet, where one thumb could not reach both ends.
  const most = scores.length > 7 ? 600 : scores.length * 76
  return html`<tr><td><table ${tableFrame} style="table-layout:fixed;max-width:${most}px;"><tr>${cells}</tr></table></td></tr>`
}

const cell = raw(
  `display:block;border:1px solid #7f8a93;border-radius:6px;background:#ffffff;color:#12181d;font:600 15px/18px ${sansFont.text};text-decoration:none;`,
)

function optionRow({ id, label }: { id: string; label: string }, url: string, last: boolean): Html {
  return html`<tr><td style="padding-bottom:${last ? 28 : 8}px;"><a href="${withAnswer(url, 'choice', id)}" class="c o" style="${cell}padding:12px 16px;">${label}</a></td></tr>`
}

function ends(question: FirstQuestion, dir: 'ltr' | 'rtl', t: Translate): Html {
  const { low, high } = endsOf(question, t)
  const { min, max } = question.scale!
  const most = values(question).length > 7 ? 600 : values(question).length * 76
  const style = raw(`font:400 13px/18px ${sansFont.text};color:#616b75;`)
  const far = dir === 'rtl' ? 'left' : 'right'
  return html`<tr><td style="padding:8px 0 28px;"><table ${tableFrame} style="max-width:${most}px;"><tr><td class="f" style="${style}">${min} ${low}</td><td class="f" align="${far}" style="${style}">${high} ${max}</td></tr></table></td></tr>`
}

function endsOf({ kind, scale }: FirstQuestion, t: Translate): { low: string; high: string } {
  const { min, max, labels = {} } = scale!
  const usual = {
    nps: [t('Not at all likely'), t('Extremely likely')],
    csat: [t('Very dissatisfied'), t('Very satisfied')],
    ces: [t('Strongly disagree'), t('Strongly agree')],
    rating: [t('Poor'), t('Excellent')],
  }[kind as string] ?? ['', '']
  return { low: labels[min] ?? usual[0]!, high: labels[max] ?? usual[1]! }
}

function outroOf({ outro, question, anonymous }: InvitationMail, t: Translate): string {
  const tap = values(question).length ? t('A tap opens a page with your number chosen; nothing is sent until you say so.') : ''
  const nameless = anonymous ? t('Your answer is anonymous: nothing that could name you is stored with it.') : ''
  return [outro || tap, nameless].filter(Boolean).join(' ')
}

function footOf(mail: InvitationMail, links: InvitationLinks, brand: Brand, t: Translate): Html[] {
  const help = html`<a class="l" href="${links.help}" style="color:${tonesOf(brand).light};font-weight:600;">${t('Need help now?')}</a>`
  const languages = links.languages.map(({ label, url }) => html`<a href="${url}" style="color:#616b75;">${label}</a>`)
  const optOut = html`<a href="${links.optOut}" style="color:#616b75;white-space:nowrap;">${t('No more questions like this')}</a>`
  const between = raw(' &nbsp;·&nbsp; ')
  const line = [help, ...languages, optOut].map((part, i) => html`${i > 0 && between}${part}`)
  return [html`${line}`, ...reasonsOf(mail, t).map(said => html`${said}`), html`${sign(brand)}`]
}

function reasonsOf({ reason, everyDays }: InvitationMail, t: Translate): string[] {
  const often = everyDays ? t('We ask you at most once in {days, plural, one {# day} other {# days}}.', { days: everyDays }) : ''
  const line = [reason, often].filter(Boolean).join(' ')
  return line ? [line] : []
}

const sign = ({ name, address }: Brand): string => [name, address].filter(Boolean).join(', ')

function textOf(mail: InvitationMail, said: string, links: InvitationLinks, brand: Brand, t: Translate): string {
  const { question, intro } = mail
  const scores = values(question)
  const asked = scores.length
    ? `${t('Choose from {min} to {max} ({low} … {high}):', { min: scores[0]!, max: scores.at(-1)!, ...endsOf(question, t) })}\n${links.answer}`
    : `${t('Answer the question')}:\n${links.answer}`
  const foot = [...reasonsOf(mail, t), `${t('No more questions like this')}: ${links.optOut}`, sign(brand)].join('\n')
  return [intro, question.prompt, asked, said, `--\n${foot}`].filter(Boolean).join('\n\n')
}
