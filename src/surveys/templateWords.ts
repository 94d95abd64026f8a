import type { TemplateText, Template } from './template.ts'

// Words that several templates share, so that "Not at all likely" is said in one way.

export const likelyScaleEnds: readonly [TemplateText, TemplateText] = [
  { en: 'Not at all likely', de: 'Sehr unwahrscheinlich', ar: 'غير محتمل إطلاقًا' },
  { en: 'Extremely likely', de: 'Äußerst wahrscheinlich', ar: 'محتمل جدًا' },
]

export const satisfiedScaleEnds: readonly [TemplateText, TemplateText] = [
  { en: 'Very dissatisfied', de: 'Sehr unzufrieden', ar: 'غير راضٍ إطلاقًا' },
  { en: 'Very satisfied', de: 'Sehr zufrieden', ar: 'راضٍ جدًا' },
]

export const agreeScaleEnds: readonly [TemplateText, TemplateText] = [
  { en: 'Strongly disagree', de: 'Stimme gar nicht zu', ar: 'لا أوافق بشدة' },
  { en: 'Strongly agree', de: 'Stimme voll zu', ar: 'أوافق بشدة' },
]

export const aPersonReads: TemplateText = {
  en: 'A person reads this. Leave it empty if you like.',
  de: 'Das liest ein Mensch. Sie können es auch leer lassen.',
  ar: 'سيقرأ هذا شخص حقيقي. يمكنك تركه فارغًا.',
}

type TemplateQuestion = Template['questions'][number]

/** The open question after a 0–10 score, worded for who was unhappy, in between, and happy. */
export const reasonQuestions = (score: string): TemplateQuestion[] => [
  {
    id: 'low',
    kind: 'text',
    prompt: {
      en: 'What went wrong, and what should we do first?',
      de: 'Was ist schiefgegangen, und was sollten wir als Erstes tun?',
      ar: 'ما الذي لم يسر على ما يرام، وما أول ما ينبغي أن نفعله؟',
    },
    hint: aPersonReads,
    showIf: { question: score, atMost: 6 },
  },
  {
    id: 'middle',
    kind: 'text',
    prompt: {
      en: 'What would have made it a 9 or 10?',
      de: 'Was hätte gefehlt, damit es eine 9 oder 10 wird?',
      ar: 'ما الذي كان سيجعل تقييمك 9 أو 10؟',
    },
    hint: aPersonReads,
    showIf: { question: score, atLeast: 7, atMost: 8 },
  },
  {
    id: 'high',
    kind: 'text',
    prompt: { en: 'What did we do well?', de: 'Was haben wir gut gemacht?', ar: 'ما الذي أحسنّا فعله؟' },
    hint: aPersonReads,
    showIf: { question: score, atLeast: 9 },
  },
]

/** "Please call me", asked of those who were unhappy. */
export const callMeQuestion = (question: string, atMost: number): TemplateQuestion => ({
  id: 'call',
  kind: 'choice',
  prompt: {
    en: 'May we contact you about this?',
    de: 'Dürfen wir uns deswegen bei Ihnen melden?',
    ar: 'هل تسمح لنا بالتواصل معك بهذا الشأن؟',
  },
  options: {
    yes: { en: 'Yes, please', de: 'Ja, bitte', ar: 'نعم، من فضلكم' },
    no: { en: 'No, thank you', de: 'Nein, danke', ar: 'لا، شكرًا' },
  },
  showIf: { question, atMost },
})

export const commentQuestion: TemplateQuestion = {
  id: 'comment',
  kind: 'text',
  prompt: {
    en: 'What is the main reason for your answer?',
    de: 'Was ist der wichtigste Grund für Ihre Antwort?',
    ar: 'ما السبب الرئيسي لإجابتك؟',
  },
  hint: aPersonReads,
}

/** Sorry below, thanks above. `sorryUpTo` is the highest score that gets an apology. */
export const thanksPagesBelow = (sorryUpTo: number): Template['thanks'] => [
  {
    id: 'sorry',
    atMost: sorryUpTo,
    title: { en: 'Thank you. We are sorry.', de: 'Danke. Es tut uns leid.', ar: 'شكرًا لك، ونعتذر منك.' },
    text: {
      en: 'Your answer goes to the people who can put it right.',
      de: 'Ihre Antwort geht an die Menschen, die es in Ordnung bringen können.',
      ar: 'ستصل إجابتك إلى من يستطيع معالجة الأمر.',
    },
  },
  {
    id: 'thanks',
    title: { en: 'Thank you', de: 'Vielen Dank', ar: 'شكرًا لك' },
    text: {
      en: 'Your answer helps us to keep doing what works and to change what does not.',
      de: 'Ihre Antwort hilft uns, Gutes beizubehalten und anderes zu ändern.',
      ar: 'تساعدنا إجابتك على الاستمرار فيما ينجح وتغيير ما لا ينجح.',
    },
  },
]
