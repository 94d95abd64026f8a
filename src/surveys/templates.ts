import type { Template } from './template.ts'
import { pulse, relationship } from './templatesRelationship.ts'
import {
  agreeScaleEnds,
  callMeQuestion,
  commentQuestion,
  likelyScaleEnds,
  reasonQuestions,
  satisfiedScaleEnds,
  thanksPagesBelow,
} from './templateWords.ts'

const supportNps: Template = {
  id: 'support-nps',
  name: { en: 'NPS after a support ticket', de: 'NPS nach einer Support-Anfrage', ar: 'صافي نقاط الترويج بعد طلب دعم' },
  use: {
    en: 'When a ticket is closed. Finds who needs a call.',
    de: 'Wenn eine Anfrage geschlossen wird. Findet, wer einen Anruf braucht.',
    ar: 'عند إغلاق الطلب. يكشف من يحتاج إلى اتصال.',
  },
  title: { en: 'How did we do?', de: 'Wie haben wir das gemacht?', ar: 'كيف كان أداؤنا؟' },
  questions: [
    {
      id: 'score',
      kind: 'nps',
      required: true,
      ends: likelyScaleEnds,
      prompt: {
        en: 'After this contact, how likely are you to recommend us to a friend or colleague?',
        de: 'Wie wahrscheinlich ist es nach diesem Kontakt, dass Sie uns Freunden oder Kollegen empfehlen?',
        ar: 'بعد هذا التواصل، ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟',
      },
    },
    ...reasonQuestions('score'),
    {
      id: 'solved',
      kind: 'choice',
      prompt: { en: 'Is your problem solved?', de: 'Ist Ihr Problem gelöst?', ar: 'هل حُلّت مشكلتك؟' },
      options: {
        yes: { en: 'Yes', de: 'Ja', ar: 'نعم' },
        partly: { en: 'In part', de: 'Zum Teil', ar: 'جزئيًا' },
        no: { en: 'No', de: 'Nein', ar: 'لا' },
      },
    },
    callMeQuestion('score', 6),
  ],
  thanks: thanksPagesBelow(6),
}

const visit: Template = {
  id: 'visit',
  name: { en: 'Visit with stars', de: 'Besuch mit Sternen', ar: 'تقييم الزيارة بالنجوم' },
  use: {
    en: 'After a visit or appointment, also by QR code on the spot.',
    de: 'Nach einem Besuch oder Termin, auch per QR-Code vor Ort.',
    ar: 'بعد زيارة أو موعد، وأيضًا عبر رمز QR في المكان.',
  },
  title: { en: 'Your visit', de: 'Ihr Besuch', ar: 'زيارتك' },
  questions: [
    {
      id: 'stars',
      kind: 'rating',
      required: true,
      ends: [
        { en: 'Very poor', de: 'Sehr schlecht', ar: 'سيئة جدًا' },
        { en: 'Very good', de: 'Sehr gut', ar: 'جيدة جدًا' },
      ],
      prompt: { en: 'How was your visit?', de: 'Wie war Ihr Besuch?', ar: 'كيف كانت زيارتك؟' },
    },
    {
      id: 'about',
      kind: 'choices',
      prompt: { en: 'What was it about?', de: 'Woran lag es?', ar: 'بماذا يتعلق الأمر؟' },
      hint: { en: 'Choose as many as you like.', de: 'Mehrere Antworten sind möglich.', ar: 'يمكنك اختيار أكثر من إجابة.' },
      options: {
        waiting: { en: 'Waiting time', de: 'Wartezeit', ar: 'وقت الانتظار' },
        staff: { en: 'The people', de: 'Die Menschen', ar: 'فريق العمل' },
        information: { en: 'Information', de: 'Auskunft', ar: 'المعلومات' },
        place: { en: 'The place', de: 'Die Räume', ar: 'المكان' },
        result: { en: 'What came of it', de: 'Das Ergebnis', ar: 'النتيجة' },
      },
      showIf: { question: 'stars', atMost: 3 },
    },
    commentQuestion,
    callMeQuestion('stars', 2),
  ],
  thanks: thanksPagesBelow(2),
}

const csat: Template = {
  id: 'csat',
  name: { en: 'Satisfaction (CSAT)', de: 'Zufriedenheit (CSAT)', ar: 'الرضا (CSAT)' },
  use: { en: 'One question after anything.', de: 'Eine Frage nach jedem Anlass.', ar: 'سؤال واحد بعد أي تجربة.' },
  title: { en: 'One question', de: 'Eine Frage', ar: 'سؤال واحد' },
  questions: [
    {
      id: 'satisfaction',
      kind: 'csat',
      required: true,
      ends: satisfiedScaleEnds,
      prompt: {
        en: 'How satisfied are you with what we did for you?',
        de: 'Wie zufrieden sind Sie mit dem, was wir für Sie getan haben?',
        ar: 'ما مدى رضاك عمّا قدمناه لك؟',
      },
    },
    commentQuestion,
  ],
  thanks: thanksPagesBelow(2),
}

const ces: Template = {
  id: 'ces',
  name: { en: 'Effort (CES)', de: 'Aufwand (CES)', ar: 'الجهد المبذول (CES)' },
  use: {
    en: 'After a task: an order, a change, a return. Finds what is hard.',
    de: 'Nach einer Erledigung: Bestellung, Änderung, Rückgabe. Findet, was schwerfällt.',
    ar: 'بعد إنجاز مهمة: طلب أو تعديل أو إرجاع. يكشف الصعوبات.',
  },
  title: { en: 'Was it easy?', de: 'War es einfach?', ar: 'هل كان الأمر سهلًا؟' },
  questions: [
    {
      id: 'effort',
      kind: 'ces',
      required: true,
      ends: agreeScaleEnds,
      prompt: { en: 'We made it easy for you.', de: 'Wir haben es Ihnen leicht gemacht.', ar: 'سهّلنا عليك الأمر.' },
    },
    {
      id: 'harder',
      kind: 'text',
      prompt: {
        en: 'What was harder than it should be?',
        de: 'Was war schwieriger, als es sein sollte?',
        ar: 'ما الذي كان أصعب مما ينبغي؟',
      },
      showIf: { question: 'effort', atMost: 4 },
    },
  ],
  thanks: thanksPagesBelow(3),
}

/** What one can start from in the console. */
export const templates: readonly Template[] = [supportNps, visit, csat, ces, relationship, pulse]
