import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { surveys } from '../../surveys/web/client.ts'
import { SurveyFrame } from '../../surveys/web/frame/SurveyFrame.tsx'
import { Links } from './Links.tsx'
import { Sends } from './Sends.tsx'
import { useSendingLive } from './useSendingLive.ts'

/** How a survey reaches people: invitations by mail, open links with a QR code, a place in one's own site. */
export function SharePage() {
  useLive('surveys')
  useSendingLive()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(surveys.getSurvey.query({ params: { id } }))
  const may = useMay('surveys.send')
  return (
    <Load query={query}>
      {survey => {
        const closed = survey.state !== 'live'
        const whyNot = !may ? t('Only analysts and administrators') : closed ? t('Publish the survey first.') : undefined
        return (
          <SurveyFrame
            survey={survey}
            actions={
              !whyNot && (
                <LinkButton href={pathTo('/surveys/$id/send/new', { id })} variant="main" icon="send">
                  {t('Invite people')}
                </LinkButton>
              )
            }
          >
            {survey.state === 'draft' && (
              <Notice icon="lock" title={t('Nobody can answer yet')}>
                {t('Publish the survey; then invite people or share a link.')}
              </Notice>
            )}
            {survey.state === 'closed' && (
              <Notice icon="lock" title={t('This survey takes no answers any more')}>
                {t('Reopen it to invite more people.')}
              </Notice>
            )}
            <Sends surveyId={id} whyNot={whyNot} />
            <Links surveyId={id} whyNot={whyNot} />
          </SurveyFrame>
        )
      }}
    </Load>
  )
}
