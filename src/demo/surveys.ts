import type { Questionnaire } from '../surveys/questionnaire.ts'
import { questionnaireFromTemplate, type Template } from '../surveys/template.ts'
import { pulse, relationship } from '../surveys/templatesRelationship.ts'
import { callMeQuestion, commentQuestion, likelyScaleEnds, thanksPagesBelow } from '../surveys/templateWords.ts'

const visit: Template = {
  id: 'service-visit',
  name: { en: 'After a service visit', de: 'Nach einem Einsatz', ar: 'بعد زيارة الخدمة' },
  use: { en: '', de: '', ar: '' },
  title: { en: 'Your visit from us', de: 'Unser Besuch bei Ihnen', ar: 'زيارتنا لك' },
  questions: [
    {
      id: 'nps',
      kind: 'nps',
      required: true,
      ends: likelyScaleEnds,
      prompt: {
        en: 'After this visit, how likely are you to recommend us to a friend or neighbour?',
        de: 'Wie wahrscheinlich ist es nach diesem Besuch, dass Sie uns Freunden oder Nachbarn empfehlen?',
        ar: 'بعد هذه الزيارة، ما مدى احتمال أن توصي بنا صديقًا أو جارًا؟',
      },
    },
    {
      id: 'stars',
      kind: 'rating',
      required: true,
      ends: [
        { en: 'Very poor', de: 'Sehr schlecht', ar: 'سيئ جدًا' },
        { en: 'Very good', de: 'Sehr gut', ar: 'جيد جدًا' },
      ],
      prompt: { en: 'How was the work itself?', de: 'Wie war die Arbeit selbst?', ar: 'كيف كان العمل نفسه؟' },
    },
    {
      id: 'about',
      kind: 'choices',
      prompt: { en: 'What was it about?', de: 'Woran lag es?', ar: 'بماذا يتعلق الأمر؟' },
      options: {
        waiting: { en: 'Appointment and waiting', de: 'Termin und Wartezeit', ar: 'الموعد والانتظار' },
        staff: { en: 'The people', de: 'Die Menschen', ar: 'فريق العمل' },
        information: { en: 'Information', de: 'Auskunft', ar: 'المعلومات' },
        result: { en: 'What came of it', de: 'Das Ergebnis', ar: 'النتيجة' },
        billing: { en: 'Bill and price', de: 'Rechnung und Preis', ar: 'الفاتورة والسعر' },
      },
    },
    commentQuestion,
    callMeQuestion('stars', 2),
  ],
  thanks: thanksPagesBelow(6),
}

export type DemoSurvey = 'visit' | 'relationship' | 'pulse'

/** The three questionnaires of the demo, each in English, German and Arabic. */
export const demoSurveys = (): Record<DemoSurvey, { name: string; questionnaire: Questionnaire }> => ({
  pulse: { name: 'Employee pulse', questionnaire: questionnaireFromTemplate(pulse) },
  relationship: { name: 'Relationship, every quarter', questionnaire: questionnaireFromTemplate(relationship) },
  visit: { name: visit.name.en, questionnaire: questionnaireFromTemplate(visit) },
})
