import type { Questionnaire } from '../../questionnaire.ts'
import { questionnaireFromTemplate, templateLocales } from '../../template.ts'
import { templates } from '../../templates.ts'
import { completeness, inLanguage, textsOf } from '../../translation.ts'

/**
 * What is missing in a language and has been said in it before, for the same words: in this questionnaire, or in a template.
 * Keys as in translation.ts.
 */
export function knownWords(questionnaire: Questionnaire, locale: string): Record<string, string> {
  const missing = completeness(questionnaire).find(one => one.locale === locale)?.missing ?? []
  if (missing.length === 0) return {}
  const known = new Map([...fromTemplates(questionnaire.locale, locale), ...pairs(questionnaire, locale)])
  return Object.fromEntries(
    missing.flatMap(({ key, text }) => {
      const said = known.get(text.trim())
      return said === undefined ? [] : [[key, said]]
    }),
  )
}

/** Every text with how it is said in the other language, where it is. */
function pairs(questionnaire: Questionnaire, locale: string): [string, string][] {
  const said = questionnaire.translations[locale] ?? {}
  return textsOf(questionnaire).flatMap(({ key, text }) => (said[key]?.trim() ? [[text.trim(), said[key]]] : []))
}

function fromTemplates(from: string, to: string): [string, string][] {
  const [source, target] = [nearest(from), nearest(to)]
  if (!source || !target || source === target) return []
  return templates.flatMap(template => {
    const whole = questionnaireFromTemplate(template, source)
    const other = new Map(textsOf(inLanguage(whole, target)).map(({ key, text }) => [key, text]))
    return textsOf(whole).flatMap(({ key, text }): [string, string][] => {
      const said = other.get(key)
      return said === undefined ? [] : [[text.trim(), said]]
    })
  })
}

// de-AT is helped by German.
const nearest = (locale: string) => templateLocales.find(one => one === locale.split('-')[0])
