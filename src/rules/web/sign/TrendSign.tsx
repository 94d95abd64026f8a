import { t } from '../../../kit/i18n.ts'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { isScored } from '../../../surveys/question.ts'
import type { TrendTest } from '../../condition.ts'
import { QuestionField } from './QuestionField.tsx'
import type { SignProps } from './sign.ts'

/** The answers of a unit drift away from what they were. */
export function TrendSign({ sign: { trend }, onChange, watched }: SignProps<{ trend: TrendTest }>) {
  const set = (change: Partial<TrendTest>) => onChange({ trend: { ...trend, ...change } })
  return (
    <>
      <QuestionField
        value={trend.question}
        onChange={({ id }) => set({ question: id })}
        questions={watched.questions.filter(isScored)}
      />
      <Select<TrendTest['direction']>
        label={t('At one unit it is')}
        value={trend.direction}
        onChange={direction => set({ direction })}
        options={[
          { id: 'falling', label: t('falling') },
          { id: 'rising', label: t('rising') },
        ]}
      />
      <NumberField
        label={t('Answers needed')}
        hint={t('Before the drift, and again in it. Fewer tell sooner, and are wrong more often.')}
        value={trend.minimum}
        min={10}
        max={1000}
        onChange={minimum => minimum !== null && set({ minimum })}
      />
    </>
  )
}
