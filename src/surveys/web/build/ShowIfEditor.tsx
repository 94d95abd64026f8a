import { Fragment } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Slot } from '../../../kit/web/ui/page/Slot.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { Condition, AnswerTest } from '../../answerCondition.ts'
import type { Question } from '../../question.ts'
import { defaultAnswerTest } from '../draft/edits.ts'
import {
  conditionOf,
  withComparison,
  promptOf,
  ruleWords,
  showIfSentenceOf,
  testedValueOf,
  answerChoicesFor,
  comparisonOf,
  comparisonsFor,
  comparisonWords,
  withValue,
  type ShowIfSentence,
} from '../showIfSentence.ts'

export interface ShowIfEditorProps {
  condition: Condition | undefined
  /** Only what was asked before can decide. */
  earlier: readonly Question[]
  onChange: (condition: Condition | undefined) => void
}

/** When a question is asked, as a sentence whose places can be chosen anew. */
export function ShowIfEditor({ condition, earlier, onChange }: ShowIfEditorProps) {
  const last = earlier.at(-1)
  return (
    <fieldset>
      <legend className="mb-1 font-strong">{t('When it is asked')}</legend>
      {condition ? (
        <Rule condition={condition} earlier={earlier} onChange={onChange} />
      ) : last ? (
        <p className="flex flex-wrap items-center gap-3">
          {t('Always.')}
          <Button size="small" onPress={() => onChange(defaultAnswerTest(last))}>
            {t('Only after some answers')}
          </Button>
        </p>
      ) : (
        <p className="text-ink-2">{t('Always: it is the first, so no earlier answer can decide.')}</p>
      )}
    </fieldset>
  )
}

function Rule({ condition, earlier, onChange }: ShowIfEditorProps & { condition: Condition }) {
  const sentence = showIfSentenceOf(condition)
  if (!sentence)
    return (
      <p>
        {t('Only when {rule}.', { rule: ruleWords(condition, earlier) })}{' '}
        <TextLink onPress={() => onChange(undefined)}>{t('Ask it always')}</TextLink>
      </p>
    )
  const { leaves, join } = sentence
  const set = (change: Partial<ShowIfSentence>) => onChange(conditionOf({ ...sentence, ...change }))
  const last = earlier.at(-1)
  return (
    <div className="max-w-measure text-read leading-8">
      {t('Only when')}{' '}
      {leaves.map((leaf, i) => (
        <Fragment key={i}>
          {i > 0 && (
            <>
              {' '}
              <SlotMenu
                label={t('How conditions are joined')}
                value={join}
                options={[
                  { id: 'all', label: t('and') },
                  { id: 'any', label: t('or') },
                ]}
                onChange={id => set({ join: id as ShowIfSentence['join'] })}
              />{' '}
            </>
          )}
          <Statement leaf={leaf} earlier={earlier} onChange={changed => set({ leaves: leaves.with(i, changed) })} />
          {leaves.length > 1 && (
            <Button
              variant="quiet"
              size="small"
              icon="close"
              label={t('Remove condition {n}', { n: i + 1 })}
              onPress={() => set({ leaves: leaves.toSpliced(i, 1) })}
            />
          )}
        </Fragment>
      ))}
      <span className="mt-1 flex flex-wrap gap-3 text-small leading-normal">
        {last && leaves.length < 20 && (
          <TextLink onPress={() => set({ leaves: [...leaves, defaultAnswerTest(last)] })}>{t('Add a condition')}</TextLink>
        )}
        <TextLink onPress={() => onChange(undefined)}>{t('Ask it always')}</TextLink>
      </span>
    </div>
  )
}

function Statement({
  leaf,
  earlier,
  onChange,
}: {
  leaf: AnswerTest
  earlier: readonly Question[]
  onChange: (leaf: AnswerTest) => void
}) {
  const question = earlier.find(({ id }) => id === leaf.question)
  return (
    <>
      <SlotMenu
        label={t('Question')}
        value={leaf.question}
        options={earlier.map(one => ({ id: one.id, label: promptOf(one) }))}
        missing={t('a question that is not earlier')}
        onChange={id => onChange(defaultAnswerTest(earlier.find(one => one.id === id)!))}
      />{' '}
      {question && <About leaf={leaf} question={question} onChange={onChange} />}
    </>
  )
}

function About({ leaf, question, onChange }: { leaf: AnswerTest; question: Question; onChange: (leaf: AnswerTest) => void }) {
  const way = comparisonOf(leaf)
  const value = testedValueOf(leaf)
  const values = answerChoicesFor(question)
  return (
    <>
      {leaf.row !== undefined && (
        <>
          {t('for')}{' '}
          <SlotMenu
            label={t('Row')}
            value={leaf.row}
            options={(question.rows ?? []).map(({ id, label }) => ({ id, label: label || id }))}
            onChange={row => onChange({ ...leaf, row })}
          />{' '}
        </>
      )}
      <SlotMenu
        label={t('How')}
        value={way}
        options={comparisonsFor(question).map(id => ({ id, label: comparisonWords(id) }))}
        onChange={id => onChange(withComparison(leaf, id as typeof way, question))}
      />{' '}
      {value !== undefined && (
        <SlotMenu label={t('Answer')} value={value} options={values} onChange={id => onChange(withValue(leaf, id))} />
      )}
      {way === 'between' && 'atMost' in leaf && (
        <>
          {' '}
          {t('and')}{' '}
          <SlotMenu
            label={t('Highest answer')}
            value={String(leaf.atMost)}
            options={values}
            onChange={id => onChange({ ...leaf, atMost: Number(id) })}
          />
        </>
      )}
    </>
  )
}

interface SlotMenuProps {
  label: string
  value: string
  options: readonly { id: string; label: string }[]
  missing?: string
  onChange: (id: string) => void
}

function SlotMenu({ label, value, options, missing, onChange }: SlotMenuProps) {
  const shown = options.find(({ id }) => id === value)?.label ?? missing ?? value
  return (
    <Menu
      label={label}
      placement="bottom start"
      entries={options.map(option => ({ ...option, checked: option.id === value, onAction: () => onChange(option.id) }))}
    >
      <Slot label={`${label}: ${shown}`}>{shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}</Slot>
    </Menu>
  )
}
