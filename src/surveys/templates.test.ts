import { describe, expect, test } from 'vitest'
import { questionnaireSchema } from './questionnaire.ts'
import { whyNotPublish } from './readiness.ts'
import { questionnaireFromTemplate, templateLocales } from './template.ts'
import { templates } from './templates.ts'
import { completeness, inLanguage, textsOf } from './translation.ts'

describe('templates', () => {
  test.each(
    templates.flatMap(template =>
      templateLocales.map(locale => [template.id, locale, questionnaireFromTemplate(template, locale)] as const),
    ),
  )('%s in %s can be published at once, in all its languages', (_, locale, questionnaire) => {
    expect(questionnaireSchema.parse(questionnaire)).toEqual(questionnaire)
    expect(whyNotPublish(questionnaire)).toEqual([])
    expect(questionnaire.locale).toBe(locale)
    for (const { missing } of completeness(questionnaire)) expect(missing).toEqual([])
  })
  test('have names of their own', () => expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length))
  test('say the same in German, whichever language one starts from', () => {
    const texts = (locale: 'en' | 'de') => textsOf(inLanguage(questionnaireFromTemplate(templates[0]!, locale), 'de'))
    expect(texts('en')).toEqual(texts('de'))
  })
})
