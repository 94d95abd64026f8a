import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toastUndo } from '../../../kit/web/toasts.ts'
import { isScored, limits, type Question, scaleOf, valuesOf } from '../../question.ts'
import type { ThanksPage } from '../../questionnaire.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { freshId, moveBy } from '../draft/edits.ts'
import { promptOf } from '../showIfSentence.ts'
import { LinkFields } from './LinkFields.tsx'

export interface ThanksEditorProps {
  draft: SurveyDraft
  /** Which page the preview shows. */
  onShow: (id: string) => void
}

/** What people read after the last question: the first page whose score fits. */
export function ThanksEditor({ draft, onShow }: ThanksEditorProps) {
  const { thanks, questions, locale } = draft.draft
  const setAll = (change: (thanks: ThanksPage[]) => ThanksPage[], key?: string) =>
    draft.edit(now => ({ ...now, thanks: change(now.thanks) }), key)
  const remove = (page: ThanksPage, at: number) => {
    setAll(all => all.filter(one => one.id !== page.id))
    toastUndo(t('Thank-you page removed'), () => setAll(all => all.toSpliced(at, 0, page)))
  }
  return (
    <div>
      <p className="mb-4 max-w-measure text-ink-2">
        {t('The first page whose score fits is shown. A page without a score fits everybody: let it be the last.')}
      </p>
      {thanks.map((page, i) => (
        <Section
          key={page.id}
          title={t('Page {n}', { n: i + 1 })}
          more={
            <Menu
              label={t('Page {n}', { n: i + 1 })}
              entries={[
                {
                  id: 'up',
                  label: t('Move up'),
                  icon: 'up',
                  disabledReason: i === 0 && t('It is the first'),
                  onAction: () => setAll(all => moveBy(all, page.id, -1)),
                },
                { id: 'remove', label: t('Remove'), icon: 'trash', danger: true, onAction: () => remove(page, i) },
              ]}
            >
              <Button variant="quiet" size="small" icon="more" label={t('Page {n}: move, remove', { n: i + 1 })} />
            </Menu>
          }
        >
          <ThanksFields
            page={page}
            questions={questions.filter(isScored)}
            lang={locale}
            onFocus={() => onShow(page.id)}
            onChange={(change, key) =>
              setAll(
                all => all.map(one => (one.id === page.id ? defined({ ...one, ...change }) : one)),
                key && `${page.id}.${key}`,
              )
            }
          />
        </Section>
      ))}
      <div className="mt-6">
        <Button
          icon="add"
          disabledReason={thanks.length >= 12 && t('There is no room for more.')}
          onPress={() => setAll(all => [...all, { id: freshId('thanks'), title: '', text: '' }])}
        >
          {t('Add a thank-you page')}
        </Button>
      </div>
    </div>
  )
}

const defined = (page: ThanksPage): ThanksPage =>
  Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as unknown as ThanksPage

interface ThanksFieldsProps {
  page: ThanksPage
  /** Those with a score. */
  questions: readonly Question[]
  lang: string
  onFocus: () => void
  onChange: (change: Partial<ThanksPage>, key?: string) => void
}

function ThanksFields({ page, questions, lang, onFocus, onChange }: ThanksFieldsProps) {
  const asked = questions.find(({ id }) => id === page.question) ?? questions[0]
  const scale = asked && scaleOf(asked)
  const any = { id: '', label: t('any') }
  const bounds = [any, ...(scale ? valuesOf(scale) : []).map(value => ({ id: String(value), label: String(value) }))]
  const bound = (id: string) => (id === '' ? undefined : Number(id))
  return (
    <div className="grid gap-4" onFocusCapture={onFocus}>
      {asked ? (
        <div className="flex flex-wrap gap-3">
          {questions.length > 1 && (
            <Select
              label={t('Score of')}
              className="w-64"
              options={questions.map(one => ({ id: one.id, label: promptOf(one) }))}
              value={asked.id}
              onChange={question => onChange({ question })}
            />
          )}
          <Select
            label={t('At least')}
            className="w-24"
            options={bounds}
            value={String(page.atLeast ?? '')}
            onChange={id => onChange({ atLeast: bound(id) })}
          />
          <Select
            label={t('At most')}
            className="w-24"
            options={bounds}
            value={String(page.atMost ?? '')}
            onChange={id => onChange({ atMost: bound(id) })}
          />
        </div>
      ) : (
        <p className="text-small text-ink-3">{t('No question has a score, so everybody sees the first page.')}</p>
      )}
      <TextField
        label={t('Heading')}
        value={page.title}
        maxLength={limits.label}
        lang={lang}
        dir="auto"
        onChange={title => onChange({ title }, 'title')}
      />
      <TextArea
        label={t('Text')}
        optional
        rows={3}
        value={page.text}
        maxLength={limits.paragraph}
        lang={lang}
        dir="auto"
        onChange={text => onChange({ text }, 'text')}
      />
      <LinkFields link={page.link} lang={lang} onChange={link => onChange({ link })} />
    </div>
  )
}
