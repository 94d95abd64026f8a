import { pathTo } from '../../../kit/paths.ts'
import type { ReactNode } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Places } from '../../../kit/web/ui/page/Places.tsx'
import type { SurveyRow } from '../../contract.ts'
import { SurveyState } from './SurveyState.tsx'

export interface SurveyFrameProps {
  survey: Pick<SurveyRow, 'id' | 'name' | 'state' | 'archivedAt' | 'version'>
  actions?: ReactNode
  children: ReactNode
}

/** The page of one survey: its name, its state, and the places that belong to it. */
export const SurveyFrame = ({ survey, actions, children }: SurveyFrameProps) => (
  <Page
    title={survey.name}
    crumbs={[{ label: t('Surveys'), href: pathTo('/surveys') }]}
    beside={<SurveyState survey={survey} />}
    actions={actions}
    full
  >
    <SurveyPlaces id={survey.id} />
    {children}
  </Page>
)

/** Links that look like tabs: each place has an address of its own. */
export function SurveyPlaces({ id }: { id: string }) {
  const [mayReadAnswers, mayReadActivity] = [useMay('responses.read'), useMay('activity.read')]
  const places = [
    { href: pathTo('/surveys/$id', { id }), label: t('Build') },
    { href: pathTo('/surveys/$id/translate', { id }), label: t('Translate') },
    { href: pathTo('/surveys/$id/publish', { id }), label: t('Publish') },
    { href: pathTo('/surveys/$id/send', { id }), label: t('Share & send') },
    mayReadAnswers && { href: pathTo('/surveys/$id/results', { id }), label: t('Results') },
    mayReadAnswers && { href: pathTo('/responses', { survey: id }), label: t('Responses') },
    { href: pathTo('/surveys/$id/help', { id }), label: t('Help asked for') },
    { href: pathTo('/surveys/$id/settings', { id }), label: t('Settings') },
    mayReadActivity && { href: pathTo('/surveys/$id/activity', { id }), label: t('Activity') },
  ].filter(place => place !== false)
  return <Places label={t('Places of this survey')} places={places} />
}
