import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { newKey } from '../../kit/web/api.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { toast } from '../../kit/web/toasts.ts'
import type { SurveyDetail } from '../../surveys/contract.ts'
import type { SendInput } from '../sendingContract.ts'
import { surveys } from '../../surveys/web/client.ts'
import { AudienceStep } from './AudienceStep.tsx'
import { sending } from './client.ts'
import { blankDraft, type SendDraft, inputOf, type StepName, steps, whyNotOn } from './draft.ts'
import { MessageStep } from './MessageStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { Steps } from './Steps.tsx'
import { WhenStep } from './WhenStep.tsx'

/** From “whom” to “sent” in four steps; nothing leaves before the last one. */
export function SendPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(surveys.getSurvey.query({ params: { id } }))
  return <Load query={query}>{survey => <Wizard survey={survey} />}</Load>
}

function Wizard({ survey }: { survey: SurveyDetail }) {
  const [draft, setDraft] = useState<SendDraft>(blankDraft)
  const [step, setStep] = useState<StepName>('audience')
  const at = steps.indexOf(step)
  const change = (part: Partial<SendDraft>) => setDraft(now => ({ ...now, ...part }))
  const whyNot = whyNotOn(step, draft)
  const locales = survey.draft.locales
  return (
    <Page
      title={t('Invite people')}
      crumbs={[
        { label: t('Surveys'), href: pathTo('/surveys') },
        { label: survey.name, href: pathTo('/surveys/$id/send', { id: survey.id }) },
      ]}
    >
      <Steps at={step} onGo={setStep} mayGo={name => steps.indexOf(name) <= at} />
      <div className="max-w-3xl">
        {step === 'audience' && <AudienceStep draft={draft} onChange={change} />}
        {step === 'message' && <MessageStep draft={draft} onChange={change} locales={locales} surveyId={survey.id} />}
        {step === 'when' && <WhenStep draft={draft} onChange={change} anonymous={survey.anonymous} />}
        {step === 'preview' && <ReviewStep survey={survey} input={inputOf(draft)} />}
        {step !== 'preview' && (
          <div className="mt-6 flex gap-3">
            {at > 0 && <Button onPress={() => setStep(steps[at - 1]!)}>{t('Back')}</Button>}
            <Button variant="main" disabledReason={whyNot} onPress={() => setStep(steps[at + 1]!)}>
              {t('Continue')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

/** What would happen, and the one button that makes it happen. */
function ReviewStep({ survey, input }: { survey: SurveyDetail; input: SendInput }) {
  const [key] = useState(newKey)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const preview = useQuery({
    queryKey: ['sends', 'preview', survey.id, input],
    queryFn: () => sending.previewSend({ params: { id: survey.id }, body: input }),
    retry: false,
    gcTime: 0,
  })
  const send = useMutation({
    mutationFn: () => sending.createSend({ params: { id: survey.id }, body: input }, { idempotencyKey: key }),
    onSuccess: () => {
      toast(t('Done. Who was asked, and who was held back, stands on this page.'))
      void queries.invalidateQueries({ queryKey: ['sends'] })
      void navigate({ href: pathTo('/surveys/$id/send', { id: survey.id }) })
    },
  })
  if (preview.error) return <ErrorState error={preview.error} retry={() => void preview.refetch()} />
  if (!preview.data) return <Skeleton rows={6} round={false} />
  const { invited, problems } = preview.data
  const recurring = input.schedule?.kind === 'recurring'
  return (
    <>
      <PreviewStep preview={preview.data} />
      {send.error && <ErrorState error={send.error} />}
      <div className="mt-6">
        <Button
          variant="main"
          icon="send"
          busy={send.isPending}
          disabledReason={invited === 0 && !recurring && t('Nobody would get it.')}
          onPress={() => send.mutate()}
        >
          {recurring ? t('Start sending') : t('{n, plural, one {Invite # person} other {Invite # people}}', { n: invited })}
        </Button>
        {problems.length > 0 && <p className="mt-2 text-small text-ink-2">{t('Look at the remarks above first.')}</p>}
      </div>
    </>
  )
}
