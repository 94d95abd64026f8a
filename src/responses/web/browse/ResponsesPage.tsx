import { type Href, pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import type { SurveyRow } from '../../../surveys/contract.ts'
import { surveys } from '../client.ts'
import { useResponseFilter } from '../useResponseFilter.ts'
import { ExportMenu } from '../ExportMenu.tsx'
import { Browser } from './Browser.tsx'
import { browseDefaults, browseQuery } from '../../browseSearch.ts'
import { rememberPlace } from './lastPlace.ts'

/** Every response one may see, survey by survey; all filters are in the address. */
export function ResponsesPage() {
  const [search] = useSearchParams(browseDefaults)
  const list = useQuery(surveys.listSurveys.query({ query: { limit: 200 } }))
  return (
    <Load
      query={list}
      skeleton={
        <Page title={t('Responses')}>
          <Skeleton rows={8} />
        </Page>
      }
    >
      {({ items }) => {
        const survey = items.find(({ id }) => id === search.survey) ?? latest(items)
        // One that is put away is not in the list, and still can be read.
        const id = search.survey || survey?.id
        return id ? <Whole key={id} survey={id} name={survey?.id === id ? survey.name : ''} surveys={items} /> : <NoSurvey />
      }}
    </Load>
  )
}

/** The survey that was answered last. */
const latest = (rows: readonly SurveyRow[]): SurveyRow | undefined =>
  [...rows].sort((a, b) => (b.lastAnswerOn ?? '').localeCompare(a.lastAnswerOn ?? ''))[0]

interface WholeProps {
  survey: string
  name: string
  surveys: readonly SurveyRow[]
}

function Whole({ survey, name, surveys: all }: WholeProps) {
  const [search] = useSearchParams(browseDefaults)
  const { href, pathname } = useLocation()
  useEffect(() => {
    // On the way to another page its address is here already.
    if (pathname === pathTo('/responses')) rememberPlace(href as Href)
  }, [href, pathname])
  const cut = useResponseFilter()
  const query = { ...cut.query, ...browseQuery(search) }
  return (
    <Page title={t('Responses')} beside={name} actions={<ExportMenu survey={survey} query={query} />}>
      <Browser survey={survey} surveys={all} cut={cut} query={query} />
    </Page>
  )
}

const NoSurvey = () => (
  <Page title={t('Responses')}>
    <Empty
      icon="responses"
      title={t('There is no survey yet')}
      action={
        <LinkButton variant="main" href={pathTo('/surveys/new')}>
          {t('Start a survey')}
        </LinkButton>
      }
    >
      {t('Once people answer one, what they say stands here.')}
    </Empty>
  </Page>
)
