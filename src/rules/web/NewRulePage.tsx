import { type Href, pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { toast } from '../../kit/web/toasts.ts'
import { type RuleDraft, firstDraft } from '../ruleDraft.ts'
import { alertRules, surveys } from './client.ts'
import type { WatchedSurvey } from '../signKinds.ts'
import { RuleEditor, savable, whyNotSave } from './RuleEditor.tsx'
import { daysOf } from './replay/replayPeriod.ts'
import { alertReplays } from './replay/replays.ts'
import { useRuleChange } from './useRuleChange.ts'

/** A rule in the making: on the survey in the address, else on the newest one that is live. */
export function NewRulePage() {
  const [search] = useSearchParams({ survey: '' })
  const list = useQuery(surveys.listSurveys.query({ query: { limit: 100 } }))
  const items = list.data?.items ?? []
  const id = search.survey || (items.find(({ state }) => state === 'live') ?? items[0])?.id
  const survey = useQuery({ ...surveys.getSurvey.query({ params: { id: id ?? '' } }), enabled: id !== undefined })
  if (list.data && survey.data) return <Fresh key={id} survey={survey.data.id} surveys={items} watched={survey.data.draft} />
  const failed = [list, survey].find(query => query.error)
  return (
    <Page title={t('New rule')} crumbs={[{ label: t('Rules'), href: pathTo('/rules') }]}>
      {failed ? (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      ) : list.data && items.length === 0 ? (
        <NoSurvey />
      ) : (
        <Skeleton rows={5} />
      )}
    </Page>
  )
}

const NoSurvey = () => (
  <Empty
    icon="surveys"
    title={t('A rule watches a survey')}
    action={<LinkButton href={pathTo('/surveys')}>{t('To the surveys')}</LinkButton>}
  >
    {t('There is none yet. Make and publish one first.')}
  </Empty>
)

interface FreshProps {
  survey: string
  surveys: readonly { id: string; name: string }[]
  watched: WatchedSurvey
}

function Fresh({ survey, surveys, watched }: FreshProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => firstDraft(survey, watched.questions))
  const [, setSearch] = useSearchParams({ survey: '' })
  const navigate = useNavigate()
  const make = (on: boolean) => alertRules.createRule({ body: { ...savable(draft, watched.questions), survey, on } })
  const create = useRuleChange(make)
  const attempt = useRuleChange(async () => {
    const { id } = await make(false)
    await alertReplays.startReplay({ params: { id }, body: daysOf('year') })
    return id
  })
  const why = useMay('rules.write') ? whyNotSave(draft, watched) : t('Your role may read rules, not change them.')
  const leave = (href: Href, said: string) => {
    toast(said)
    void navigate({ href })
  }
  const draftWords = t('Kept. It does nothing until you switch it on.')
  // Another survey has other questions: the sentence begins anew.
  const change = (next: RuleDraft) => (next.survey === survey ? setDraft(next) : setSearch({ survey: next.survey }))
  return (
    <RuleEditor
      title={t('New rule')}
      tag={t('draft')}
      draft={draft}
      onChange={change}
      surveys={surveys}
      watched={watched}
      error={create.error ?? attempt.error}
      actions={
        <>
          {!why && (
            <Button
              variant="quiet"
              busy={create.isPending}
              className="max-wide:hidden"
              onPress={() => create.mutate(false, { onSuccess: () => leave(pathTo('/rules'), draftWords) })}
            >
              {t('Keep as draft')}
            </Button>
          )}
          {!why && (
            <Button
              busy={attempt.isPending}
              onPress={() => attempt.mutate(undefined, { onSuccess: id => leave(pathTo('/rules/$id', { id }), draftWords) })}
            >
              {t('Try it first')}
            </Button>
          )}
          <Button
            variant="main"
            busy={create.isPending}
            disabledReason={why}
            onPress={() =>
              create.mutate(true, { onSuccess: () => leave(pathTo('/rules'), t('Switched on. It acts on the next answer.')) })
            }
          >
            {t('Switch on')}
          </Button>
        </>
      }
    />
  )
}
