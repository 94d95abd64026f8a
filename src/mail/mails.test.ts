import { expect, test } from 'vitest'
import { translator } from '../kit/translator.ts'
import { contrast } from '../kit/colour.ts'
import { tonesOf } from './brand.ts'
import { invitationMail, type FirstQuestion, type InvitationMail } from './invitation.ts'
import { noticeMail } from './notice.ts'
import { plainMail } from './plain.ts'

const en = translator('en')
const brand = { name: 'Northwind Water', colour: '#0a6375', address: '1 Reservoir Lane, Kelby' }
const links = {
  answer: 'https://northwind.example/f/abc',
  help: 'https://northwind.example/f/abc/help',
  optOut: 'https://northwind.example/o/abc',
  languages: [{ label: 'Deutsch', url: 'https://northwind.example/f/abc?lang=de' }],
}
const nps: FirstQuestion = { kind: 'nps', prompt: 'How likely are you to recommend us?', scale: { min: 0, max: 10 } }
const mail: InvitationMail = {
  subject: 'How was it?',
  intro: 'Hello Dana,',
  question: nps,
  outro: '',
  reminder: false,
  anonymous: false,
}

test('eleven numbers stand in the mail, and each opens the page with its number', () => {
  const { html } = invitationMail(mail, links, brand, en)
  for (let score = 0; score <= 10; score++) expect(html).toContain(`href="https://northwind.example/f/abc?score=${score}"`)
  expect(html).not.toContain('score=11')
})

test.each<[string, Partial<FirstQuestion>, string]>([
  ['five stars', { kind: 'rating', scale: { min: 1, max: 5 } }, '?score=5'],
  ['one of two options', { kind: 'choice', scale: undefined, options: [{ id: 'yes', label: 'Yes' }] }, '?choice=yes'],
  ['a text', { kind: 'text', scale: undefined }, 'Answer the question'],
])('the first question may be %s', (_, question, expected) => {
  expect(invitationMail({ ...mail, question: { ...nps, ...question } as FirstQuestion }, links, brand, en).html).toContain(
    expected,
  )
})

test('what people typed is escaped in HTML and plain in text', () => {
  const nasty = {
    ...mail,
    intro: 'Hello <b>Dana</b> & co\nsecond line',
    question: { ...nps, prompt: '<script>alert(1)</script>?' },
  }
  const { html, text } = invitationMail(nasty, links, { ...brand, name: '"><img src=x>' }, en)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img src=x>')
  expect(html).toContain('Hello &lt;b&gt;Dana&lt;/b&gt; &amp; co<br>second line')
  expect(text).toContain('Hello <b>Dana</b> & co')
})

test('the text part says the same: question, link, opt-out', () => {
  const { text } = invitationMail(mail, links, brand, en)
  for (const part of ['Hello Dana,', nps.prompt, links.answer, links.optOut, 'Northwind Water']) expect(text).toContain(part)
})

test('Arabic reads from right to left', () => {
  expect(invitationMail(mail, links, brand, translator('ar')).html).toContain('dir="rtl"')
})

test('an anonymous survey says so', () => {
  expect(invitationMail({ ...mail, anonymous: true }, links, brand, en).text).toContain('anonymous')
})

test('a mail of plain words gets a title, a button for its link, and the name of the organisation', () => {
  const text = 'Hello Olga,\n\nChoose a new password:\nhttps://northwind.example/reset/abc\n\nThe link works for one hour.'
  const html = plainMail({ subject: 'A new password', text }, brand, en)
  expect(html).toMatch(/<a class="b" href="https:\/\/northwind\.example\/reset\/abc"[^>]*>Choose a new password<\/a>/)
  expect(html).toContain('Northwind Water, 1 Reservoir Lane, Kelby')
})

test('a notice has one button, in both parts', () => {
  const notice = noticeMail(
    {
      subject: 'Dana waits',
      title: 'Dana waits for a call',
      words: ['She gave 1.'],
      action: { label: 'Open the alert', url: 'https://n.example/alerts/1' },
    },
    brand,
    en,
  )
  expect(notice.html).toContain('Open the alert')
  expect(notice.text).toContain('https://n.example/alerts/1')
})

test.each(['#ffcc00', '#000000', '#ffffff', '#0a6375', undefined, 'javascript:'])(
  '%s can be read on white and on black',
  colour => {
    const { light, onLight, dark, onDark } = tonesOf({ colour })
    expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark, '#101417')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5)
  },
)
