import { useRef, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import type { Questionnaire } from '../../questionnaire.ts'
import { completeness, directionOf, type Text, textsOf } from '../../translation.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { translate } from '../draft/edits.ts'
import { languageName, languageShort } from '../languages.ts'
import { knownWords } from './knownWords.ts'

/** Letters that a line of a translation holds where room is scarce. */
const LINE = 34

export interface TextTranslationsProps {
  draft: SurveyDraft
  to: string
  may: boolean
  missingOnly: boolean
  onShow: (show: string) => void
}

/** Every text with its translation beside it. */
export function TextTranslations({ draft, to, may, missingOnly, onShow }: TextTranslationsProps) {
  const box = useRef<HTMLDivElement>(null)
  const missing = new Set(
    completeness(draft.draft)
      .find(one => one.locale === to)
      ?.missing.map(({ key }) => key),
  )
  const said = draft.draft.translations[to] ?? {}
  const known = knownWords(draft.draft, to)
  const n = Object.keys(known).length
  // What is filled in while only the missing ones are shown stays until one looks anew.
  const view = `${to} ${missingOnly}`
  const [stay, setStay] = useState({ view, keys: missing })
  if (stay.view !== view) setStay({ view, keys: missing })
  const groups = groupsOf(draft.draft, missingOnly ? ({ key }) => stay.keys.has(key) || missing.has(key) : () => true)
  const next = () => box.current?.querySelector<HTMLElement>('[data-missing] textarea')?.focus()
  return (
    <div ref={box} className="min-w-0">
      <h2 className="mb-3 text-title font-strong">{languageName(to)}</h2>
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <Segmented
          label={t('Shown')}
          options={[
            { id: 'all', label: t('All texts') },
            { id: 'missing', label: t('Missing, {n}', { n: missing.size }) },
          ]}
          value={missingOnly ? 'missing' : 'all'}
          onChange={onShow}
        />
        {missing.size > 0 && <Button onPress={next}>{t('Go to the next missing one')}</Button>}
      </div>
      {may && n > 0 && (
        <div className="mb-5">
          <Notice
            tone="info"
            icon="language"
            actions={
              <Button size="small" onPress={() => draft.edit(now => translate(now, to, known))}>
                {t('{n, plural, one {Fill it in} other {Fill them in}}', { n })}
              </Button>
            }
          >
            {t(
              '{n, plural, one {# missing text has} other {# missing texts have}} been said in {language} before, here or in a template.',
              {
                n,
                language: languageShort(to),
              },
            )}
          </Notice>
        </div>
      )}
      {groups.length === 0 && (
        <Empty title={t('Everything is said in {language}', { language: languageShort(to) })}>
          {t('What you change in {language} later has to be said here again.', { language: languageShort(draft.draft.locale) })}
        </Empty>
      )}
      {groups.map(({ title, texts }) => (
        <Section key={title} title={title}>
          <div className="grid gap-4">
            {texts.map(({ key, text, place }) => (
              <div
                key={key}
                data-missing={missing.has(key) || undefined}
                className="grid items-start gap-x-6 gap-y-1 wide:grid-cols-2"
              >
                <div className="min-w-0">
                  <span className="block text-small text-ink-3">{place}</span>
                  <p lang={draft.draft.locale} dir="auto" className="whitespace-pre-wrap">
                    {text}
                  </p>
                </div>
                <TextArea
                  label={t('{place} in {language}', { place, language: languageShort(to) })}
                  labelHidden
                  rows={Math.min(6, Math.ceil(Math.max(text.length, said[key]?.length ?? 0) / LINE))}
                  lang={to}
                  dir={directionOf(to)}
                  maxLength={4000}
                  placeholder={missing.has(key) ? t('Not said yet') : undefined}
                  disabledReason={!may && t('Read only')}
                  value={said[key] ?? ''}
                  onChange={words => draft.edit(now => translate(now, to, { [key]: words }), `${to} ${key}`)}
                />
              </div>
            ))}
          </div>
        </Section>
      ))}
    </div>
  )
}

interface TextGroup {
  title: string
  texts: (Text & { place: string })[]
}

/** The texts in reading order, by the question they belong to. */
function groupsOf(questionnaire: Questionnaire, wanted: (text: Text) => boolean): TextGroup[] {
  const groups = new Map<string, TextGroup['texts']>()
  for (const text of textsOf(questionnaire).filter(wanted)) {
    const { group, place } = placeOf(text.key, questionnaire)
    groups.set(group, [...(groups.get(group) ?? []), { ...text, place }])
  }
  return [...groups].map(([title, texts]) => ({ title, texts }))
}

function placeOf(key: string, { questions, thanks }: Questionnaire): { group: string; place: string } {
  if (key === 'title' || key === 'about')
    return { group: t('Title and introduction'), place: key === 'title' ? t('Title') : t('Introduction') }
  if (key.startsWith('/wording/')) return { group: t('Words on the buttons'), place: t('Button') }
  const page = /^\/thanks\/(.+)\.(title|text|link)$/.exec(key)
  if (page) {
    const n = thanks.findIndex(({ id }) => id === page[1]) + 1
    const part = { title: t('Heading'), text: t('Text'), link: t('Button') }[page[2] as 'title' | 'text' | 'link']
    return { group: t('Thank-you pages'), place: t('Page {n}: {part}', { n, part }) }
  }
  const [id, part, item] = key.split('.')
  const n = questions.findIndex(question => question.id === id) + 1
  return { group: t('Question {n}', { n }), place: partName(part ?? '', item ?? '') }
}

function partName(part: string, item: string): string {
  switch (part) {
    case 'prompt':
      return t('Question')
    case 'hint':
      return t('Hint')
    case 'scale':
      return t('Word for {value}', { value: item })
    case 'row':
      return t('Row')
    default:
      return t('Answer')
  }
}
