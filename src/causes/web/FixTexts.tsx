import { t } from '../../kit/i18n.ts'
import { Tabs } from '../../kit/web/ui/page/Tabs.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import { directionOf } from '../../surveys/translation.ts'
import { languageName, languageShort } from '../../surveys/web/languages.ts'
import { type TextsByLanguage as Texts, wordsFor } from '../textsByLanguage.ts'

interface FixTextsProps {
  /** The organisation's own first. */
  languages: readonly string[]
  texts: Texts
  onChange: (texts: Texts) => void
  /** The language that is written, and shown in the mail below. */
  locale: string
  onLocale: (locale: string) => void
}

/** What was done, in each language of the organisation; what is left empty falls back, and says to what. */
export function FixTexts({ languages, texts, onChange, locale, onLocale }: FixTextsProps) {
  const instead = wordsFor(texts, locale, languages[0] ?? 'en')?.locale
  const isEmpty = !texts[locale]?.trim()
  const field = (
    <TextArea
      label={t('What was done, in words for your customers')}
      rows={3}
      maxLength={2000}
      value={texts[locale] ?? ''}
      onChange={words => onChange({ ...texts, [locale]: words })}
      dir={directionOf(locale)}
      lang={locale}
      hint={
        isEmpty && instead && instead !== locale
          ? t('Empty: who reads this language gets the words in {language}.', { language: languageShort(instead) })
          : undefined
      }
    />
  )
  if (languages.length < 2) return field
  return (
    <Tabs
      label={t('Language')}
      tabs={languages.map(id => ({
        id,
        label: texts[id]?.trim() ? languageName(id) : t('{language}, empty', { language: languageName(id) }),
      }))}
      value={locale}
      onChange={onLocale}
    >
      {field}
    </Tabs>
  )
}
