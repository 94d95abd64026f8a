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
    crumbs={[{ label: t('Surveys'), href: '/surveys' }]}
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
  const at = `/surveys/${id}`
  const places = [
    { href: at, label: t('Build') },
    { href: `${at}/translate`, label: t('Translate') },
    { href: `${at}/publish`, label: t('Publish') },
    { href: `${at}/send`, label: t('Share & send') },
    mayReadAnswers && { href: `${at}/results`, label: t('Results') },
    mayReadAnswers && { href: `/responses?survey=${id}`, label: t('Responses') },
    { href: `${at}/help`, label: t('Help asked for') },
    { href: `${at}/settings`, label: t('Settings') },
    mayReadActivity && { href: `${at}/activity`, label: t('Activity') },
  ].filter(place => place !== false)
  return <Places label={t('Places of this survey')} places={places} />
}
