import { pathTo } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { fieldErrors } from '../../kit/web/problem.ts'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { Question } from '../../surveys/question.ts'
import { signsOf } from '../condition.ts'
import { conditionsOf, type RuleDraft } from '../ruleDraft.ts'
import { whyRuleDoesNotFit } from '../ruleFit.ts'
import { byId, whenWords } from '../ruleWords.ts'
import { type WatchedSurvey, whyIncomplete } from '../signKinds.ts'
import { RuleSentence } from './RuleSentence.tsx'

export interface RuleEditorProps {
  title: string
  tag: string
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  surveys: readonly { id: string; name: string }[]
  watched: WatchedSurvey
  fixedSurvey?: boolean
  error: Error | null
  actions: ReactNode
  children?: ReactNode
  /** Under the answer to what people fear: where only the owner is left. */
  aside?: ReactNode
}

/** The page of a rule: its name, its sentence, and the answer to what people fear about rules. */
export function RuleEditor({ title, tag, draft, onChange, error, actions, children, aside, ...sentence }: RuleEditorProps) {
  const unfit = whyRuleDoesNotFit(draft.when, sentence.watched.questions, sentence.watched.anonymous)?.message
  const wrong = unfit ?? Object.values(fieldErrors(error))[0]
  return (
    <Page title={title} crumbs={[{ label: t('Rules'), href: pathTo('/rules') }]} beside={<Tag>{tag}</Tag>} actions={actions}>
      <RuleSentence draft={draft} onChange={onChange} {...sentence} />
      {wrong && (
        <div className="mt-4 max-w-[52rem]">
          <Notice tone="late" title={wrong} live />
        </div>
      )}
      <TextField
        label={t('Name')}
        hint={t('Stands on every alert that the rule raises.')}
        value={draft.name}
        onChange={name => onChange({ ...draft, name })}
        placeholder={nameFor(draft, sentence.watched.questions)}
        maxLength={200}
        className="mt-6 max-w-[28rem]"
      />
      <div className="mt-6 border-t border-line pt-6">
        {children}
        <Section title={t('Can an alert be without an owner?')}>
          <p className="max-w-measure text-ink-2">
            <b className="text-ink">{t('No.')}</b>{' '}
            {t(
              'Where a unit has no manager, the next one up is asked; behind every way stands the owner of the organisation. Each alert shows the way it took.',
            )}
          </p>
          {sentence.watched.anonymous && (
            <p className="mt-2 max-w-measure text-ink-2">
              {t(
                'This survey is anonymous: where fewer than five answered on a day, an alert does not tell the unit, and goes to who manages more of them, or to the owner of the organisation.',
              )}
            </p>
          )}
          {aside}
        </Section>
      </div>
    </Page>
  )
}

/** What the rule is called where nobody named it: its own condition. */
export const nameFor = ({ when }: RuleDraft, questions: readonly Question[]): string =>
  whenWords(when, byId(questions)).slice(0, 200)

/** Why a rule cannot be saved as it stands. */
export function whyNotSave({ when, route }: RuleDraft, { questions, anonymous }: WatchedSurvey): string | undefined {
  if (conditionsOf(when).length === 0) return t('This survey has no question to ask about.')
  const unsaid = signsOf(when).map(whyIncomplete).find(Boolean)
  if (unsaid) return unsaid
  if (route.some(step => step.to === 'person' && !/^\S+@\S+\.\S+$/.test(step.email))) return t('Say which colleague.')
  if (route.some(step => step.to === 'team' && !step.team)) return t('Say which team.')
  return whyRuleDoesNotFit(when, questions, anonymous)?.message
}

export const savable = (draft: RuleDraft, questions: readonly Question[]) => ({
  name: draft.name.trim() || nameFor(draft, questions),
  kind: draft.kind,
  when: draft.when,
  route: draft.route,
  policy: draft.policy,
})
