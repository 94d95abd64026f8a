import { Fragment } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { Slot } from '../../../kit/web/ui/page/Slot.tsx'
import { toastUndo } from '../../../kit/web/toasts.ts'
import type { AlertKind } from '../../alertKind.ts'
import { type RuleCondition, silenceOf, type When } from '../../condition.ts'
import { conditionsOf, withConditions } from '../../ruleDraft.ts'
import { firstSign, isGroup, type SignKind, unwrapped, type WatchedSurvey } from '../../signKinds.ts'
import { ConditionSlot } from './ConditionSlot.tsx'
import { KindList } from './KindList.tsx'

export interface ConditionsProps {
  when: When
  onChange: (when: When) => void
  watched: WatchedSurvey
  kind: AlertKind
  /** Within brackets: once no condition is left there, they go too. */
  inner?: boolean
}

/** All or any of several conditions, each of which can be chosen anew; some may stand in brackets. */
export function Conditions({ when, onChange, watched, kind, inner }: ConditionsProps) {
  const conditions = conditionsOf(when)
  const any = 'any' in when
  const set = (conditions: RuleCondition[]) => onChange(withConditions(when, conditions))
  const replace = (at: number, ...by: RuleCondition[]) => set(conditions.toSpliced(at, 1, ...by))
  const silent = silenceOf(when) !== undefined
  const add = (chosen: SignKind | 'group') => {
    if (chosen === 'silence') {
      onChange({ all: [firstSign('silence', watched, kind)] })
      if (conditions.length > 0)
        toastUndo(t('Silence stands on its own: the other conditions are gone.'), () => onChange(when), t('Undo'))
    } else if (chosen !== 'group') set([...conditions, firstSign(chosen, watched, kind)])
    else {
      const first = [firstSign('answer', watched, kind)]
      set([...conditions, any ? { all: first } : { any: first }])
    }
  }
  return (
    <>
      {conditions.map((condition, i) => (
        <Fragment key={i}>
          {i > 0 && (
            <>
              {' '}
              <JoinSlot any={any} onChange={any => onChange(any ? { any: conditions } : { all: conditions })} />{' '}
            </>
          )}
          <OneCondition
            condition={condition}
            watched={watched}
            kind={kind}
            maySilence={conditions.length === 1 && !inner}
            onChange={changed => replace(i, changed)}
            onRemove={conditions.length > 1 || inner ? () => replace(i) : undefined}
          />
        </Fragment>
      ))}{' '}
      {!silent && (
        <Popover
          label={t('Add a condition')}
          trigger={
            <Slot add label={t('Add a condition')}>
              {t('+ condition')}
            </Slot>
          }
          className="w-88 max-w-full"
        >
          {close => (
            <KindList
              watched={watched}
              outer={!inner}
              onChoose={chosen => {
                close()
                add(chosen)
              }}
            />
          )}
        </Popover>
      )}
    </>
  )
}

interface OneConditionProps extends Omit<ConditionsProps, 'when' | 'onChange' | 'inner'> {
  condition: RuleCondition
  maySilence: boolean
  onChange: (condition: RuleCondition) => void
  onRemove: (() => void) | undefined
}

function OneCondition({ condition, onChange, onRemove, maySilence, ...rest }: OneConditionProps) {
  const { not, inner } = unwrapped(condition)
  if (!isGroup(inner))
    return (
      <ConditionSlot
        sign={inner}
        not={not}
        onChange={(sign, not) => onChange(not ? { not: sign } : sign)}
        onRemove={onRemove}
        maySilence={maySilence}
        {...rest}
      />
    )
  const change = (changed: When) => {
    const left = conditionsOf(changed)
    if (left.length === 0) onRemove?.()
    else onChange(not ? { not: changed } : changed)
  }
  return (
    <span role="group" aria-label={t('In brackets')}>
      {not && `${t('not')} `}(<Conditions when={inner} onChange={change} inner {...rest} />)
    </span>
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
