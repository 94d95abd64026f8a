import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { SurveyDetail } from '../../contract.ts'
import type { Questionnaire } from '../../questionnaire.ts'
import { whyNotPublish } from '../../readiness.ts'
import { completeness } from '../../translation.ts'
import { questionnaireChanges } from '../../questionnaireChanges.ts'
import { surveys } from '../client.ts'
import { ordered } from '../draft/rebase.ts'
import { SaveState, SaveTrouble } from '../draft/SaveState.tsx'
import { type SurveyDraft, useSurveyDraft } from '../draft/useSurveyDraft.ts'
import { languageShort } from '../languages.ts'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { WithSurvey } from '../frame/WithSurvey.tsx'
import { Changes } from './Changes.tsx'
import { Versions } from './Versions.tsx'

export const PublishPage = () => <WithSurvey>{survey => <Publisher key={survey.id} survey={survey} />}</WithSurvey>

/** What is missing, what changes, and the button; below, what was published before. */
function Publisher({ survey }: { survey: SurveyDetail }) {
  const draft = useSurveyDraft(survey)
  const latest = useQuery({
    ...surveys.listVersions.query({ params: { id: survey.id }, query: { limit: 1 } }),
    enabled: survey.version > 0,
  })
  const published = survey.version > 0 ? latest.data?.items[0]?.content : undefined
  return (
    <SurveyFrame survey={{ ...survey, name: draft.draft.name }} actions={<SaveState draft={draft} />}>
      <SaveTrouble draft={draft} />
      <div className="max-w-measure">
        {survey.version > 0 && !latest.data ? (
          <Load query={latest}>{() => null}</Load>
        ) : (
          <Next survey={survey} draft={draft} published={published} />
        )}
      </div>
      {survey.version > 0 && <Versions survey={survey} />}
    </SurveyFrame>
  )
}

interface NextProps {
  survey: SurveyDetail
  draft: SurveyDraft
  published: Questionnaire | undefined
}

function Next({ survey, draft, published }: NextProps) {
  const { name: _, ...content } = draft.draft
  const problems = whyNotPublish(content, t)
  const changes = published ? questionnaireChanges(ordered(published), ordered(content), t) : []
  const nothing = published !== undefined && changes.length === 0
  return (
    <Section
      title={nothing ? t('Nothing to publish') : published ? t('Version {n}', { n: survey.version + 1 }) : t('First version')}
    >
      {nothing ? (
        <p className="text-ink-2">{t('The draft says what version {n} says.', { n: survey.version })}</p>
      ) : (
        <div className="grid gap-5">
          {problems.length > 0 ? <Missing id={survey.id} draft={draft} problems={problems} /> : <Ready published={published} />}
          <Untranslated id={survey.id} questionnaire={content} />
          {published && <Changes changes={changes} questionnaire={content} published={published} />}
          <PublishButton survey={survey} draft={draft} problems={problems.length} />
        </div>
      )}
      {survey.state === 'live' && (
        <p className="mt-5">
          <LinkButton href={pathTo('/surveys/$id/send', { id: survey.id })} icon="send">
            {t('Share & send')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

const Ready = ({ published }: { published: Questionnaire | undefined }) => (
  <p>
    <State kind="good">{t('Nothing is missing.')}</State>
    {!published && (
      <span className="mt-1 block text-ink-2">
        {t(
          'Once published, a version never changes. You can go on editing and publish the next one; each answer knows its version.',
        )}
      </span>
    )}
  </p>
)

function Missing({
  id,
  draft,
  problems,
}: {
  id: string
  draft: SurveyDraft
  problems: readonly { path: string; message: string }[]
}) {
  const questions = draft.draft.questions
  return (
    <div>
      <p className="mb-2 font-strong">
        {t('{n, plural, one {One thing is missing} other {# things are missing}}', { n: problems.length })}
      </p>
      <ul className="grid gap-1.5">
        {problems.map(({ path, message }) => {
          const [part, i] = path.split('.')
          const question = part === 'questions' && i !== undefined ? questions[Number(i)] : undefined
          const at = question?.id ?? (part === 'thanks' ? '-thanks' : '')
          const where = question
            ? t('Question {n}', { n: Number(i) + 1 })
            : part === 'thanks'
              ? t('Thank-you pages')
              : t('Questions')
          return (
            <li key={path + message} className="flex flex-wrap gap-x-2">
              <State kind="soon">
                <TextLink href={pathTo('/surveys/$id', { id, at })}>{where}</TextLink>
              </State>
              <span>{message}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A language that is not complete is no obstacle: what is missing stands in the first language. */
function Untranslated({ id, questionnaire }: { id: string; questionnaire: Questionnaire }) {
  const rest = completeness(questionnaire).filter(({ missing }) => missing.length > 0)
  if (rest.length === 0) return null
  return (
    <Notice tone="soon" title={t('Some languages are not complete')}>
      {rest.map(({ locale, missing }) => (
        <p key={locale}>
          <TextLink href={pathTo('/surveys/$id/translate', { id, to: locale, show: 'missing' })}>
            {languageShort(locale)}
          </TextLink>
          {': '}
          {t('{n, plural, one {# text is} other {# texts are}} shown in {language} instead.', {
            n: missing.length,
            language: languageShort(questionnaire.locale),
          })}
        </p>
      ))}
    </Notice>
  )
}

function PublishButton({ survey, draft, problems }: { survey: SurveyDetail; draft: SurveyDraft; problems: number }) {
  const may = useMay('surveys.write')
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: async () => {
      await draft.flush()
      return surveys.publishSurvey({ params: { id: survey.id } })
    },
    onSuccess: ({ version }) => {
      toast(t('Version {n} is published. People can answer it now.', { n: version }))
      void queries.invalidateQueries({ queryKey: ['surveys'] })
    },
  })
  const whyNot =
    (!may && t('Only analysts and administrators')) ||
    (survey.archivedAt !== null && t('It is archived. Bring it back under Settings first.')) ||
    (problems > 0 && t('First what is missing.')) ||
    ((draft.saved === 'conflict' || draft.saved === 'failed') && t('First save the draft.'))
  return (
    <div>
      <Button variant="main" busy={publish.isPending} disabledReason={whyNot} onPress={() => publish.mutate()}>
        {t('Publish version {n}', { n: survey.version + 1 })}
      </Button>
      {survey.state === 'closed' && !whyNot && (
        <p className="mt-2 text-small text-ink-2">{t('Publishing opens the survey again.')}</p>
      )}
    </div>
  )
}
