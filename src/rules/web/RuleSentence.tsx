import { Fragment } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../kit/i18n.ts'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Clause, Slot } from '../../kit/web/ui/page/Slot.tsx'
import { silenceOf } from '../condition.ts'
import type { RuleDraft } from '../ruleDraft.ts'
import type { WatchedSurvey } from '../signKinds.ts'
import { RouteSlot } from './route/RouteSlot.tsx'
import { Conditions } from './sign/Conditions.tsx'
import { PromiseSlot } from './PromiseSlot.tsx'

export interface RuleSentenceProps {
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  surveys: readonly { id: string; name: string }[]
  watched: WatchedSurvey
  /** A rule stays with its survey once it is made. */
  fixedSurvey?: boolean
}

/** A rule as a sentence whose underlined places can be chosen anew. */
export const RuleSentence = (props: RuleSentenceProps) => (
  <div role="group" aria-label={t('The rule')} className="max-w-[52rem]">
    <When {...props} />
    <Then {...props} />
    <Kind {...props} />
    <PromiseSlot policy={props.draft.policy} onChange={policy => props.onChange({ ...props.draft, policy })} />
  </div>
)

function When({ draft, onChange, surveys, watched, fixedSurvey }: RuleSentenceProps) {
  const name = surveys.find(({ id }) => id === draft.survey)?.name ?? t('a survey')
  return (
    <Clause word={t('When')}>
      {silenceOf(draft.when) ? t('in the survey') : t('a customer answers')}{' '}
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
      )}
      {': '}
      <Conditions when={draft.when} onChange={when => onChange({ ...draft, when })} watched={watched} kind={draft.kind} />
    </Clause>
  )
}

function Then({ draft, onChange, watched }: RuleSentenceProps) {
  const { route } = draft
  const replace = (at: number, ...by: RuleDraft['route']) => onChange({ ...draft, route: route.toSpliced(at, 1, ...by) })
  return (
    <Clause word={t('then')}>
      {t('alert')}{' '}
      {route.map((step, i) => (
        <Fragment key={i}>
          {i > 0 && <>, {t('or where nobody is there')} </>}
          <RouteSlot
            step={step}
            locales={watched.locales}
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
