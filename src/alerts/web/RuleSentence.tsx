import { Fragment } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from 'react-aria-components'
import { Menu } from '../../kit/web/ui/Menu.tsx'
import type { RuleCondition } from '../condition.ts'
import type { Question } from '../../surveys/question.ts'
import { conditionsOf, type Draft, firstBound, withConditions } from '../ruleDraft.ts'
import { ConditionSlot } from './ConditionSlot.tsx'
import { RouteSlot } from './RouteSlot.tsx'
import { Clause, Slot } from '../../kit/web/ui/Slot.tsx'

export interface RuleSentenceProps {
  draft: Draft
  onChange: (draft: Draft) => void
  surveys: readonly { id: string; name: string }[]
  questions: readonly Question[]
  /** A rule stays with its survey once it is made. */
  fixedSurvey?: boolean
}

/** A rule as a sentence whose underlined places can be chosen anew. */
export const RuleSentence = (props: RuleSentenceProps) => (
  <div role="group" aria-label={t('The rule')} className="max-w-[52rem]">
    <When {...props} />
    <Then {...props} />
    <Kind {...props} />
  </div>
)

function When({ draft, onChange, surveys, questions, fixedSurvey }: RuleSentenceProps) {
  const conditions = conditionsOf(draft.when)
  const any = 'any' in draft.when
  const set = (conditions: RuleCondition[]) => onChange({ ...draft, when: withConditions(draft.when, conditions) })
  const replace = (at: number, ...by: RuleCondition[]) => set(conditions.toSpliced(at, 1, ...by))
  const name = surveys.find(({ id }) => id === draft.survey)?.name ?? t('a survey')
  const first = questions[0]
  return (
    <Clause word={t('When')}>
      {t('a customer answers')}{' '}
      {fixedSurvey ? (
        <b>{name}</b>
      ) : (
        <Menu
          label={t('Survey')}
          placement="bottom start"
          entries={surveys.map(({ id, name }) => ({
            id,
            label: name,
            checked: id === draft.survey,
            onAction: () => onChange({ ...draft, survey: id }),
          }))}
        >
          <Slot>{name}</Slot>
        </Menu>
      )}{' '}
      {t('with')}{' '}
      {conditions.map((condition, i) => (
        <Fragment key={i}>
          {i > 0 && (
            <>
              {' '}
              <JoinSlot
                any={any}
                onChange={any => onChange({ ...draft, when: any ? { any: conditions } : { all: conditions } })}
              />{' '}
            </>
          )}
          <ConditionSlot
            condition={condition}
            questions={questions}
            kind={draft.kind}
            onChange={changed => replace(i, changed)}
            onRemove={conditions.length > 1 ? () => replace(i) : undefined}
          />
        </Fragment>
      ))}{' '}
      {first && (
        <Add
          label={t('Add a condition')}
          onPress={() => set([...conditions, firstBound(first, draft.kind)])}
          words={t('+ condition')}
        />
      )}
    </Clause>
  )
}

const JoinSlot = ({ any, onChange }: { any: boolean; onChange: (any: boolean) => void }) => (
  <Menu
    label={t('All or any')}
    placement="bottom start"
    entries={[
      { id: 'all', label: t('and: all of these'), checked: !any, onAction: () => onChange(false) },
      { id: 'any', label: t('or: any of these'), checked: any, onAction: () => onChange(true) },
    ]}
  >
    <Slot>{any ? t('or') : t('and')}</Slot>
  </Menu>
)

function Then({ draft, onChange }: RuleSentenceProps) {
  const { route } = draft
  const replace = (at: number, ...by: Draft['route']) => onChange({ ...draft, route: route.toSpliced(at, 1, ...by) })
  return (
    <Clause word={t('then')}>
      {t('alert')}{' '}
      {route.map((step, i) => (
        <Fragment key={i}>
          {i > 0 && <>, {t('or where nobody is there')} </>}
          <RouteSlot
            step={step}
            onChange={changed => replace(i, changed)}
            onRemove={route.length > 1 ? () => replace(i) : undefined}
          />
        </Fragment>
      ))}{' '}
      {route.length < 5 && (
        <Add
          label={t('Add a stand-in')}
          words={t('+ stand-in')}
          onPress={() => onChange({ ...draft, route: [...route, { to: 'skip' }] })}
        />
      )}
    </Clause>
  )
}

const Kind = ({ draft, onChange }: RuleSentenceProps) => (
  <Clause word={t('so that')}>
    {draft.kind === 'recovery' ? t('somebody') : t('the colleague is')}{' '}
    <Menu
      label={t('Kind of alert')}
      placement="bottom start"
      entries={[
        {
          id: 'recovery',
          label: t('speaks with the customer and puts it right'),
          checked: draft.kind === 'recovery',
          onAction: () => onChange({ ...draft, kind: 'recovery' }),
        },
        {
          id: 'excellence',
          label: t('the colleague is thanked'),
          checked: draft.kind === 'excellence',
          onAction: () => onChange({ ...draft, kind: 'excellence' }),
        },
      ]}
    >
      <Slot>{draft.kind === 'recovery' ? t('speaks with the customer and puts it right') : t('thanked')}</Slot>
    </Menu>
  </Clause>
)

const Add = ({ words, label, onPress }: { words: string; label: string; onPress: () => void }) => (
  <Button
    aria-label={label}
    onPress={onPress}
    className="mx-px inline border-b border-dashed border-control px-1 text-ink-3 hover:bg-hover hover:text-ink"
  >
    {words}
  </Button>
)
