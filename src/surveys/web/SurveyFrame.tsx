import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { cx } from '../../kit/web/cx.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { SurveyRow } from '../contract.ts'
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
  const { pathname } = useLocation()
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
  return (
    <nav
      aria-label={t('Places of this survey')}
      className="-mt-3 mb-6 flex gap-5 overflow-x-auto border-b border-line scrollbar-none"
    >
      {places.map(({ href, label }) => (
        <TextLink
          key={href}
          look="bare"
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className={cx(
            '-mb-px flex-none border-b-2 pt-2 pb-2.5 whitespace-nowrap no-underline hover:no-underline focus-visible:-outline-offset-2',
            pathname === href ? 'border-accent font-strong !text-ink' : 'border-transparent !text-ink-2 hover:!text-ink',
          )}
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
