import { pathTo } from '../../../kit/paths.ts'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { SurveyDetail } from '../../contract.ts'
import { useSurvey } from '../draft/useSurveyDraft.ts'

/** The survey that the address names, or why there is none. */
export function WithSurvey({ children }: { children: (survey: SurveyDetail) => ReactNode }) {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  useLive('surveys')
  const query = useSurvey(id)
  if (query.data) return children(query.data)
  return (
    <Page title={t('Survey')} crumbs={[{ label: t('Surveys'), href: pathTo('/surveys') }]}>
      {query.error ? (
        <ErrorState
          error={query.error}
          retry={() => void query.refetch()}
          instead={<TextLink href={pathTo('/surveys')}>{t('All surveys')}</TextLink>}
        />
      ) : (
        <Skeleton rows={6} round={false} />
      )}
    </Page>
  )
}
