import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { newKey } from '../../../kit/web/api.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import type { Questionnaire } from '../../questionnaire.ts'
import { questionnaireFromTemplate, type Template, type TemplateLocale, templateLocales } from '../../template.ts'
import { templates } from '../../templates.ts'
import { surveys } from '../client.ts'
import { languageName } from '../languages.ts'
import { kindWords } from '../words.ts'

/** Where a survey begins: a template, an empty page, or one that is there already. */
export function NewSurveyPage() {
  const may = useMay('surveys.write')
  const [{ language }, setSearch] = useSearchParams({ language: usual() })
  const locale = templateLocales.find(one => one === language) ?? 'en'
  const start = useStart()
  return (
    <Page title={t('New survey')} crumbs={[{ label: t('Surveys'), href: pathTo('/surveys') }]}>
      {!may && <Notice>{t('Analysts and administrators make surveys. You can look at the templates.')}</Notice>}
      <Section
        title={t('From a template')}
        more={
          <Segmented
            label={t('Language it is written in first')}
            options={templateLocales.map(id => ({ id, label: languageName(id) }))}
            value={locale}
            onChange={id => setSearch({ language: id })}
          />
        }
      >
        <p className="mb-2 text-small text-ink-2">
          {t('Each comes in English, German and Arabic; more languages can be added.')}
        </p>
        <ul>
          {templates.map(template => (
            <TemplateRow
              key={template.id}
              template={template}
              locale={locale}
              busy={start.isPending && start.variables?.name === template.name[locale]}
              onTake={
                may
                  ? () => start.mutate({ name: template.name[locale], draft: questionnaireFromTemplate(template, locale) })
                  : undefined
              }
            />
          ))}
        </ul>
      </Section>
      <Section title={t('Empty')}>
        <div className="flex flex-wrap items-center gap-4">
          <p className="min-w-48 flex-1 text-ink-2">{t('No questions yet; you add them one by one.')}</p>
          <Button
            disabledReason={!may && t('Only analysts and administrators')}
            onPress={() => start.mutate({ name: t('New survey'), draft: blank(locale) })}
          >
            {t('Start empty')}
          </Button>
        </div>
      </Section>
      {may && <Copies />}
    </Page>
  )
}

const usual = (): TemplateLocale => templateLocales.find(one => one === t.locale) ?? 'en'

const blank = (locale: TemplateLocale) => ({ locale, questions: [] })

function useStart() {
  const open = useOpen()
  return useMutation({
    mutationFn: ({ name, draft }: { name: string; draft: Questionnaire | ReturnType<typeof blank> }) =>
      surveys.createSurvey({ body: { name, ...draft } }, { idempotencyKey: newKey() }),
    onSuccess: open,
  })
}

function useOpen() {
  const navigate = useNavigate()
  return ({ id }: { id: string }) => void navigate({ href: pathTo('/surveys/$id', { id }) })
}

interface TemplateRowProps {
  template: Template
  locale: TemplateLocale
  busy: boolean
  onTake: (() => void) | undefined
}

const TemplateRow = ({ template: { name, use, questions }, locale, busy, onTake }: TemplateRowProps) => (
  <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3 first:border-t-0">
    <div className="min-w-56 flex-1" lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <h3 className="font-strong">{name[locale]}</h3>
      <p className="text-ink-2">{use[locale]}</p>
    </div>
    <p className="w-64 text-small text-ink-3 max-desk:hidden">
      {[...new Set(questions.map(({ kind }) => t(kindWords[kind].label)))].join(' · ')}
    </p>
    <span className="w-24 text-small text-ink-2 max-wide:w-auto">
      {t('{n, plural, one {# question} other {# questions}}', { n: questions.length })}
    </span>
    {onTake && (
      <Button busy={busy} onPress={onTake}>
        {t('Use')}
        <span className="sr-only"> {name[locale]}</span>
      </Button>
    )}
  </li>
)

/** One that is there already, with its questions and translations. */
function Copies() {
  const open = useOpen()
  const query = useQuery(surveys.listSurveys.query({ query: { limit: 20 } }))
  const copy = useMutation({ mutationFn: (id: string) => surveys.copySurvey({ params: { id }, body: {} }), onSuccess: open })
  return (
    <Section title={t('A copy of one you have')}>
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-2">{t('There is none yet.')}</p>
          ) : (
            <ul>
              {items.map(({ id, name, questions }) => (
                <li key={id} className="flex items-center gap-4 border-t border-line py-2 first:border-t-0">
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span className="text-small text-ink-2 max-wide:hidden">
                    {t('{n, plural, one {# question} other {# questions}}', { n: questions })}
                  </span>
                  <Button size="small" busy={copy.isPending && copy.variables === id} onPress={() => copy.mutate(id)}>
                    {t('Duplicate')}
                    <span className="sr-only"> {name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </Section>
  )
}
