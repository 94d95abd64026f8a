import { pathTo } from '../../../kit/paths.ts'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useLive } from '../../../kit/web/live.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { Tabs } from '../../../kit/web/ui/page/Tabs.tsx'
import { SurveyFrame } from '../frame/SurveyFrame.tsx'
import { WithSurvey } from '../frame/WithSurvey.tsx'
import type { HelpItem } from '../../helpContract.ts'
import { helpRequests } from '../client.ts'
import { HelpRow } from './HelpRow.tsx'

/** Who is stuck in the questionnaire: what they ask, where they are, and the reply that leads them back. */
export const HelpPage = () => (
  <WithSurvey>
    {survey => (
      <SurveyFrame survey={survey}>
        <Requests survey={survey.id} />
      </SurveyFrame>
    )}
  </WithSurvey>
)

function Requests({ survey }: { survey: string }) {
  useLive('help-requests')
  const { help } = useParams({ strict: false }) as { help?: string }
  // A link from a mail leads to one of them, answered or not.
  const [search, setSearch] = useSearchParams({ tab: help ? 'all' : 'open' })
  const state = search.tab === 'open' || search.tab === 'answered' ? search.tab : undefined
  const list = useCursorList<HelpItem>(helpRequests.listHelp.pages({ query: { survey, state, limit: 50 } }))
  return (
    <Tabs
      label={t('Requests for help by state')}
      value={search.tab}
      onChange={tab => setSearch({ tab })}
      tabs={[
        { id: 'open', label: t('Waiting') },
        { id: 'answered', label: t('Answered') },
        { id: 'all', label: t('All') },
      ]}
    >
      <PagedList
        label={t('Requests for help')}
        list={list}
        rowId={item => item.id}
        rowHeight={140}
        empty={<Nobody survey={survey} />}
      >
        {item => <HelpRow item={item} open={item.id === help} />}
      </PagedList>
    </Tabs>
  )
}

const Nobody = ({ survey }: { survey: string }) => (
  <Empty
    title={t('Nobody waits for help')}
    action={
      useMay('responses.read') && (
        <LinkButton href={pathTo('/surveys/$id/results', { id: survey })}>{t('See the results')}</LinkButton>
      )
    }
  >
    {t('“Need help?” stands on every page of the questionnaire. What people ask appears here and goes to the owner by mail.')}
  </Empty>
)
