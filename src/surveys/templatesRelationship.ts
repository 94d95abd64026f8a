import type { Template } from './template.ts'
import {
  agreeScaleEnds,
  aPersonReads,
  callMeQuestion,
  likelyScaleEnds,
  reasonQuestions,
  satisfiedScaleEnds,
  thanksPagesBelow,
} from './templateWords.ts'

export const relationship: Template = {
  id: 'relationship-nps',
  name: { en: 'Relationship NPS', de: 'Beziehungs-NPS', ar: 'صافي نقاط الترويج للعلاقة' },
  use: {
    en: 'Once or twice a year to every customer.',
    de: 'Ein- oder zweimal im Jahr an alle Kunden.',
    ar: 'مرة أو مرتين في السنة لجميع العملاء.',
  },
  title: { en: 'How are we doing?', de: 'Wie machen wir uns?', ar: 'كيف نبدو في نظرك؟' },
  questions: [
    {
      id: 'score',
      kind: 'nps',
      required: true,
      ends: likelyScaleEnds,
      prompt: {
        en: 'How likely are you to recommend us to a friend or colleague?',
        de: 'Wie wahrscheinlich ist es, dass Sie uns Freunden oder Kollegen empfehlen?',
        ar: 'ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟',
      },
    },
    ...reasonQuestions('score'),
    {
      id: 'parts',
      kind: 'matrix',
      ends: satisfiedScaleEnds,
      prompt: { en: 'How satisfied are you with …', de: 'Wie zufrieden sind Sie mit …', ar: 'ما مدى رضاك عن…' },
      rows: {
        quality: { en: 'the quality of what you get', de: 'der Qualität', ar: 'الجودة' },
        price: { en: 'what you get for the price', de: 'dem Verhältnis von Preis und Leistung', ar: 'القيمة مقابل السعر' },
        reach: { en: 'how easily you reach us', de: 'unserer Erreichbarkeit', ar: 'سهولة الوصول إلينا' },
        promises: { en: 'how we keep promises', de: 'unserer Verlässlichkeit', ar: 'التزامنا بوعودنا' },
      },
    },
    callMeQuestion('score', 6),
  ],
  thanks: thanksPagesBelow(6),
}

export const pulse: Template = {
  id: 'pulse',
  name: { en: 'Employee pulse', de: 'Stimmung im Team', ar: 'نبض الموظفين' },
  use: {
    en: 'Every month or quarter, anonymous.',
    de: 'Jeden Monat oder jedes Quartal, anonym.',
    ar: 'كل شهر أو كل ربع سنة، دون ذكر الأسماء.',
  },
  title: { en: 'How is work?', de: 'Wie läuft die Arbeit?', ar: 'كيف يسير العمل؟' },
  anonymous: true,
  questions: [
    {
      id: 'recommend',
      kind: 'nps',
      required: true,
      ends: likelyScaleEnds,
      prompt: {
        en: 'How likely are you to recommend working here to a friend?',
        de: 'Wie wahrscheinlich ist es, dass Sie uns Freunden als Arbeitgeber empfehlen?',
        ar: 'ما مدى احتمال أن توصي صديقًا بالعمل هنا؟',
      },
    },
    {
      id: 'work',
      kind: 'matrix',
      ends: agreeScaleEnds,
      prompt: { en: 'How far do you agree?', de: 'Wie sehr stimmen Sie zu?', ar: 'إلى أي مدى توافق؟' },
      rows: {
        goals: { en: 'I know what is expected of me.', de: 'Ich weiß, was von mir erwartet wird.', ar: 'أعرف ما هو متوقع مني.' },
        means: {
          en: 'I have what I need to do it well.',
          de: 'Ich habe, was ich dafür brauche.',
          ar: 'لدي ما أحتاجه لأداء عملي جيدًا.',
        },
        voice: { en: 'What I say counts.', de: 'Was ich sage, zählt.', ar: 'رأيي مسموع.' },
        load: { en: 'I can keep up this pace.', de: 'Dieses Tempo halte ich durch.', ar: 'أستطيع الاستمرار بهذه الوتيرة.' },
      },
    },
    {
      id: 'change',
      kind: 'text',
      prompt: {
        en: 'What one thing should change first?',
        de: 'Was sollte sich als Erstes ändern?',
        ar: 'ما الشيء الذي ينبغي تغييره أولًا؟',
      },
      hint: aPersonReads,
    },
  ],
  thanks: thanksPagesBelow(-1).slice(1),
}
