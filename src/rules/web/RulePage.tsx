import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { ActivityFeed } from '../../activity/web/ActivityFeed.tsx'
import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toast, toastUndo } from '../../kit/web/toasts.ts'
import type { Rule } from '../ruleContract.ts'
import type { RuleDraft } from '../ruleDraft.ts'
import type { WatchedSurvey } from '../signKinds.ts'
import { alertRules, surveys } from './client.ts'
import { RuleEditor, savable, whyNotSave } from './RuleEditor.tsx'
import { GapsOfRule } from './Gaps.tsx'
import { Replays } from './replay/Replays.tsx'
import { useRuleChange } from './useRuleChange.ts'

/** A rule that exists. */
export function RulePage() {
  useLive('alert-rules')
  const { id } = useParams({ strict: false }) as { id: string }
  const rule = useQuery(alertRules.getRule.query({ params: { id } }))
  const survey = useQuery({
    ...surveys.getSurvey.query({ params: { id: rule.data?.survey ?? '' } }),
    enabled: rule.data !== undefined,
  })
  if (rule.data && survey.data) return <Known key={id} rule={rule.data} watched={survey.data.draft} />
  const failed = [rule, survey].find(query => query.error)
  return (
    <Page title={t('Rule')} crumbs={[{ label: t('Rules'), href: pathTo('/rules') }]}>
      {failed ? <ErrorState error={failed.error} retry={() => void failed.refetch()} /> : <Skeleton rows={5} />}
    </Page>
  )
}

function Known({ rule, watched }: { rule: Rule; watched: WatchedSurvey }) {
  const { questions } = watched
  const [draft, setDraft] = useState<RuleDraft>(rule)
  const navigate = useNavigate()
  const params = { id: rule.id }
  const change = useRuleChange((body: Partial<ReturnType<typeof savable>> & { on?: boolean }) =>
    alertRules.changeRule({ params, body }),
  )
  const remove = useRuleChange(() => alertRules.removeRule({ params }))
  const changed = JSON.stringify(savable(draft, questions)) !== JSON.stringify(savable(rule, questions))
  const [may, mayRead] = [useMay('rules.write'), useMay('activity.read')]
  const why = may ? whyNotSave(draft, watched) : t('Your role may read rules, not change them.')
  const turn = (on: boolean) =>
    change.mutate(
      { on },
      {
        onSuccess: () =>
          on
            ? toast(t('Switched on. It acts on the next answer.'))
            : toastUndo(t('Switched off'), () => change.mutate({ on: true }), t('Undo')),
      },
    )
  const leave = () => void navigate({ href: pathTo('/rules') })
  const actions = (
    <>
      <Menu
        label={t('More')}
        entries={[
          {
            id: 'remove',
            label: t('Remove the rule'),
            icon: 'trash',
            danger: true,
            disabledReason: !may && why,
            onAction: () => remove.mutate(undefined, { onSuccess: leave }),
          },
        ]}
      >
        <Button variant="quiet" icon="more" label={t('More')} />
      </Menu>
      <Button
        variant={rule.on || changed ? 'plain' : 'main'}
        busy={change.isPending}
        disabledReason={!may && why}
        onPress={() => turn(!rule.on)}
      >
        {rule.on ? t('Switch off') : t('Switch on')}
      </Button>
      {changed && may && (
        <Button
          variant="main"
          busy={change.isPending}
          disabledReason={why}
          onPress={() =>
            change.mutate(savable(draft, questions), { onSuccess: () => toast(t('Saved. It acts on the next answer.')) })
          }
        >
          {t('Save')}
        </Button>
      )}
    </>
  )
  return (
    <RuleEditor
      title={rule.name}
      tag={rule.on ? t('on') : t('off')}
      draft={draft}
      onChange={setDraft}
      surveys={[{ id: rule.survey, name: rule.surveyName }]}
      watched={watched}
      fixedSurvey
      error={change.error}
      actions={actions}
      aside={<GapsOfRule rule={rule.id} />}
    >
      <Replays rule={rule.id} changed={changed} />
      <Raised rule={rule} />
      {mayRead && (
        <Section title={t('What happened')}>
          <ActivityFeed subjectId={rule.id} verb="alert_rule." />
        </Section>
      )}
    </RuleEditor>
  )
}

const Raised = ({ rule }: { rule: Rule }) => (
  <Section title={t('What it raised')}>
    <p className="text-ink-2">
      {rule.alerts === 0 ? (
        t('No alert yet.')
      ) : (
        <>
          <TextLink href={pathTo('/alerts', { tab: 'all', rule: rule.id })}>
            {t('{n, plural, one {# alert} other {# alerts}}', { n: rule.alerts })}
          </TextLink>
          {rule.waiting > 0 ? <>, {t('{n} of them waiting', { n: count(rule.waiting) })}</> : <>, {t('all closed')}</>}
        </>
      )}
    </p>
  </Section>
)
