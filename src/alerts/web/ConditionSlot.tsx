import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Popover } from '../../kit/web/ui/Popover.tsx'
import { Select } from '../../kit/web/ui/Select.tsx'
import type { Leaf } from '../../surveys/condition.ts'
import { type Question, scaleOf, valuesOf } from '../../surveys/question.ts'
import type { AlertKind } from '../alert.ts'
import type { RuleCondition } from '../condition.ts'
import { firstBound } from '../ruleDraft.ts'
import { byId, conditionWords } from '../ruleWords.ts'
import { Slot } from '../../kit/web/ui/Slot.tsx'

export interface ConditionSlotProps {
  condition: RuleCondition
  questions: readonly Question[]
  kind: AlertKind
  onChange: (condition: RuleCondition) => void
  /** Absent where it is the only one. */
  onRemove?: () => void
}

/** One condition in the sentence: which question, and which answers to it. */
export function ConditionSlot({ condition, questions, kind, onChange, onRemove }: ConditionSlotProps) {
  const named = byId(questions)
  const isLeaf = 'question' in condition
  const words = conditionWords(condition, named)
  return (
    <Popover label={t('Condition')} trigger={<Slot>{words}</Slot>} className="w-80">
      {close => (
        <div className="grid gap-3">
          {isLeaf ? (
            <>
              <Select
                label={t('Question')}
                value={condition.question}
                onChange={id => onChange(firstBound(named.get(id)!, kind))}
                options={questions.map(({ id, prompt }) => ({ id, label: prompt || id }))}
              />
              <Bound leaf={condition} question={named.get(condition.question)} onChange={onChange} />
            </>
          ) : (
            <p>{t('This condition was made by another system. It can be removed here.')}</p>
          )}
          <div className="flex justify-between gap-2">
            {onRemove ? (
              <Button
                size="small"
                variant="danger"
                onPress={() => {
                  close()
                  onRemove()
                }}
              >
                {t('Remove')}
              </Button>
            ) : (
              <span />
            )}
            <Button size="small" onPress={close}>
              {t('Done')}
            </Button>
          </div>
        </div>
      )}
    </Popover>
  )
}

interface BoundProps {
  leaf: Leaf
  question: Question | undefined
  onChange: (leaf: Leaf) => void
}

function Bound({ leaf, question, onChange }: BoundProps) {
  const scale = question && scaleOf(question)
  if (scale) return <ScaleBound leaf={leaf} values={valuesOf(scale)} onChange={onChange} />
  if (question?.options?.length) return <OptionBound leaf={leaf} question={question} onChange={onChange} />
  return <p className="text-small text-ink-3">{t('Any text counts. What a comment says comes with a later version.')}</p>
}

type Way = 'atMost' | 'atLeast' | 'equals'

function ScaleBound({ leaf, values, onChange }: Pick<BoundProps, 'leaf' | 'onChange'> & { values: number[] }) {
  const at = { question: leaf.question, ...(leaf.row !== undefined && { row: leaf.row }) }
  const way: Way = 'equals' in leaf ? 'equals' : 'atMost' in leaf && leaf.atMost !== undefined ? 'atMost' : 'atLeast'
  const value = Number((leaf as Partial<Record<Way, number>>)[way] ?? values[0])
  const set = (way: Way, value: number) => onChange({ ...at, [way]: value } as Leaf)
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select
        label={t('Answered with')}
        value={way}
        onChange={way => set(way, value)}
        options={[
          { id: 'atMost', label: t('at most') },
          { id: 'atLeast', label: t('at least') },
          { id: 'equals', label: t('exactly') },
        ]}
      />
      <Select
        label={t('Value')}
        value={String(value)}
        onChange={v => set(way, Number(v))}
        options={values.map(v => ({ id: String(v), label: String(v) }))}
      />
    </div>
  )
}

function OptionBound({ leaf, question, onChange }: BoundProps & { question: Question }) {
  const many = question.kind === 'choices'
  const value = 'includes' in leaf ? leaf.includes : 'equals' in leaf ? String(leaf.equals) : null
  const at = { question: leaf.question, ...(leaf.row !== undefined && { row: leaf.row }) }
  return (
    <Select
      label={t('Answered with')}
      value={value}
      onChange={id => onChange(many ? { ...at, includes: id } : { ...at, equals: id })}
      options={(question.options ?? []).map(({ id, label }) => ({ id, label }))}
    />
  )
}
