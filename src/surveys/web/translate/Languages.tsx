import { type KeyboardEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { cx } from '../../../kit/web/cx.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toast, toastUndo } from '../../../kit/web/toasts.ts'
import { localeSchema } from '../../questionnaire.ts'
import { type Completeness, completeness } from '../../translation.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { addLanguage, removeLanguage, translate } from '../draft/edits.ts'
import { languageName, offeredLanguages } from '../languages.ts'
import { knownWords } from './knownWords.ts'

export interface LanguagesProps {
  draft: SurveyDraft
  to: string | undefined
  may: boolean
  onChoose: (locale: string) => void
}

/** How much is said in each language. */
export function Languages({ draft, to, may, onChoose }: LanguagesProps) {
  const remove = (locale: string) => {
    const texts = draft.draft.translations[locale] ?? {}
    draft.edit(now => removeLanguage(now, locale))
    toastUndo(t('{language} removed', { language: languageName(locale) }), () => {
      draft.edit(now => translate(addLanguage(now, locale), locale, texts))
      onChoose(locale)
    })
  }
  return (
    <ul aria-label={t('Languages')}>
      {completeness(draft.draft).map(one => (
        <Language
          key={one.locale}
          of={one}
          first={one.locale === draft.draft.locale}
          chosen={one.locale === to}
          onChoose={() => onChoose(one.locale)}
          onRemove={may ? () => remove(one.locale) : undefined}
        />
      ))}
    </ul>
  )
}

interface LanguageProps {
  of: Completeness
  first: boolean
  chosen: boolean
  onChoose: () => void
  onRemove: (() => void) | undefined
}

function Language({ of: { locale, done, total, missing }, first, chosen, onChoose, onRemove }: LanguageProps) {
  const name = languageName(locale)
  return (
    <li className={cx('flex items-center gap-2 border-b border-line px-2 py-2', chosen && 'bg-selected')}>
      <div className="min-w-0 flex-1">
        {first ? (
          <span>{name}</span>
        ) : (
          <TextLink
            look="bare"
            onPress={onChoose}
            aria-current={chosen ? 'true' : undefined}
            className={cx('!text-ink', chosen && 'font-strong')}
          >
            {name}
          </TextLink>
        )}
        <span className="block text-small">
          {first ? (
            <span className="text-ink-3">{t('written in this language')}</span>
          ) : missing.length === 0 ? (
            <State kind="good">{t('complete')}</State>
          ) : (
            <State kind="running">{t('{done} of {total}', { done, total })}</State>
          )}
        </span>
      </div>
      {!first && onRemove && (
        <Button variant="quiet" size="small" icon="close" label={t('Remove {name}', { name })} onPress={onRemove} />
      )}
    </li>
  )
}

/** One more language, with what is known of it already. */
export function AddLanguage({ draft, onAdded }: { draft: SurveyDraft; onAdded: (locale: string) => void }) {
  const [round, setRound] = useState(0)
  const [error, setError] = useState<string>()
  const { locales } = draft.draft
  const add = (typed: string) => {
    const locale = canonical(typed)
    if (locale === '' || locales.includes(locale)) return
    if (!localeSchema.safeParse(locale).success)
      return setError(t('Choose one from the list, or write its tag, such as de-AT or zh-Hant.'))
    const known = knownWords(addLanguage(draft.draft, locale), locale)
    const n = Object.keys(known).length
    draft.edit(now => translate(addLanguage(now, locale), locale, known))
    if (n > 0) toast(t('{n, plural, one {# text is} other {# texts are}} known from templates and filled in.', { n }))
    setError(undefined)
    setRound(round + 1)
    onAdded(locale)
  }
  return (
    <div onKeyUpCapture={leaveOnEnter}>
      <ComboBox
        key={round}
        label={t('Add a language')}
        className="mt-4"
        placeholder={t('Type its name, or a tag such as gsw')}
        error={error}
        options={offeredLanguages.filter(one => !locales.includes(one)).map(id => ({ id, label: languageName(id), detail: id }))}
        value={null}
        onChange={id => id && add(id)}
        onCustom={text => {
          if (!offeredLanguages.some(one => languageName(one) === text)) add(text)
        }}
      />
    </div>
  )
}

// A tag that is on no list is taken when one leaves the field; Enter leaves it.
function leaveOnEnter({ key, target }: KeyboardEvent): void {
  if (key === 'Enter' && target instanceof HTMLInputElement) target.blur()
}

/** The tag as it is written: people type pt-br, PT_BR or gsw. */
function canonical(typed: string): string {
  const tag = typed.trim().replaceAll('_', '-')
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    return tag
  }
}
