import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { PagedList } from '../../kit/web/ui/table/PagedList.tsx'
import { Switch } from '../../kit/web/ui/form/Switch.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { Rule } from '../ruleContract.ts'
import { byId, routeWords, whenWords } from '../ruleWords.ts'
import { alertRules, surveys } from './client.ts'
import { GapsNotice } from './Gaps.tsx'
import { useStepWords } from './route/useStepWords.ts'
import { useRuleChange } from './useRuleChange.ts'

/** The rules that watch every answer. */
export function RulesPage() {
  useLive('alert-rules')
  const list = useCursorList<Rule>(alertRules.listRules.pages({ query: { limit: 50 } }))
  const may = useMay('rules.write')
  const make = (
    <LinkButton href={pathTo('/rules/new')} variant="main" icon="add">
      {t('New rule')}
    </LinkButton>
  )
  return (
    <Page
      title={t('Rules')}
      actions={
        <>
          <LinkButton href={pathTo('/causes')} variant="quiet">
            {t('Causes')}
          </LinkButton>
          {may && make}
        </>
      }
    >
      <GapsNotice />
      <PagedList
        label={t('Rules')}
        list={list}
        rowId={rule => rule.id}
        rowHeight={84}
        empty={
          <Empty
            icon="rules"
            title={t('No rule watches yet')}
            action={may && <LinkButton href={pathTo('/rules/new')}>{t('Make the first one')}</LinkButton>}
          >
            {t('A rule reads every answer as it comes, and alerts the colleague who can put it right.')}
          </Empty>
        }
      >
        {rule => <RuleRow rule={rule} may={may} />}
      </PagedList>
    </Page>
  )
}

function RuleRow({ rule, may }: { rule: Rule; may: boolean }) {
  const change = useRuleChange((on: boolean) => alertRules.changeRule({ params: { id: rule.id }, body: { on } }))
  const words = useStepWords()
  const questions =
    useQuery({ ...surveys.getSurvey.query({ params: { id: rule.survey } }), staleTime: 300_000 }).data?.draft.questions ?? []
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-center gap-x-6 gap-y-1 py-3 max-wide:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <TextLink look="open" href={pathTo('/rules/$id', { id: rule.id })} className="font-strong">
          {rule.name}
        </TextLink>
        <p className="text-ink-2">
          {rule.surveyName}: {whenWords(rule.when, byId(questions))}
        </p>
        <p className="text-small text-ink-3">
          {rule.kind === 'recovery'
            ? t('alerts {route}', { route: routeWords(rule.route, words) })
            : t('thanks through {route}', { route: routeWords(rule.route, words) })}
        </p>
      </div>
      <div className="text-small text-ink-2 max-wide:row-start-2">
        <TextLink look="open" href={pathTo('/alerts', { tab: 'all', rule: rule.id })}>
          {t('{n, plural, one {# alert} other {# alerts}}', { n: rule.alerts })}
        </TextLink>
        {rule.waiting > 0 && <span className="block text-ink-3">{t('{n} waiting', { n: count(rule.waiting) })}</span>}
      </div>
      <Switch
        checked={change.isPending ? (change.variables ?? rule.on) : rule.on}
        onChange={on => change.mutate(on)}
        disabledReason={!may && t('Only analysts and administrators switch rules.')}
      >
        {rule.on ? t('on') : t('off')} <span className="sr-only">{rule.name}</span>
      </Switch>
    </div>
  )
}
