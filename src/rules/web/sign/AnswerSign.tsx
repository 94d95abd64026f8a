import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import type { AnswerTest } from '../../../surveys/answerCondition.ts'
import { type Question, scaleOf, valuesOf } from '../../../surveys/question.ts'
import { proposedAnswerTest } from '../../ruleDraft.ts'
import { BoundFields, type Bounded } from './BoundFields.tsx'
import { QuestionField } from './QuestionField.tsx'
import type { SignProps } from './sign.ts'

/** One question, and which answers to it count. */
export function AnswerSign({ sign, onChange, watched, kind }: SignProps<AnswerTest>) {
  const question = watched.questions.find(({ id }) => id === sign.question)
  return (
    <>
      <QuestionField
        value={sign.question}
        onChange={question => onChange(proposedAnswerTest(question, kind))}
        questions={watched.questions}
      />
      {question?.rows && question.rows.length > 0 && (
        <Select
          label={t('Row')}
          value={sign.row ?? null}
          onChange={row => onChange({ ...sign, row })}
          options={question.rows.map(({ id, label }) => ({ id, label }))}
        />
      )}
      {question && <Which leaf={sign} question={question} onChange={onChange} />}
    </>
  )
}

interface WhichProps {
  leaf: AnswerTest
  question: Question
  onChange: (leaf: AnswerTest) => void
}

function Which({ leaf, question, onChange }: WhichProps) {
  const scale = scaleOf(question)
  const at = { question: leaf.question, ...(leaf.row !== undefined && { row: leaf.row }) }
  if (scale)
    return (
      <BoundFields
        exact
        bound={leaf as Bounded}
        values={valuesOf(scale)}
        onChange={bound => onChange({ ...at, ...bound } as AnswerTest)}
      />
    )
  const many = question.kind === 'choices'
  const value = 'includes' in leaf ? leaf.includes : 'equals' in leaf ? String(leaf.equals) : null
  if (question.options?.length)
    return (
      <Select
        label={t('Answered with')}
        value={value}
        onChange={id => onChange(many ? { ...at, includes: id } : { ...at, equals: id })}
        options={question.options.map(({ id, label }) => ({ id, label }))}
      />
    )
  return (
    <Select
      label={t('Words')}
      hint={t('What they say is another condition: “What a comment says”.')}
      value={'answered' in leaf && !leaf.answered ? 'none' : 'any'}
      onChange={id => onChange({ ...at, answered: id === 'any' })}
      options={[
        { id: 'any', label: t('any words') },
        { id: 'none', label: t('left empty') },
      ]}
    />
  )
}
