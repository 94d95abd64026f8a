import { t } from '../../../kit/i18n.ts'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { isScored } from '../../../surveys/question.ts'
import type { SeriesSubject, SeriesTest } from '../../condition.ts'
import { scaledBound, sharedValues } from '../../signKinds.ts'
import { BoundFields } from './BoundFields.tsx'
import { QuestionField } from './QuestionField.tsx'
import type { SignProps } from './sign.ts'

const MOST = 20

/** So many of the last answers of somebody. */
export function SeriesSign({ sign: { series }, onChange, watched, kind }: SignProps<{ series: SeriesTest }>) {
  const { question, count, of, per, atMost, atLeast } = series
  const scored = watched.questions.filter(isScored)
  const at = { question, count, of, per }
  const set = (change: Partial<SeriesTest>) => onChange({ series: { ...series, ...change } })
  const whyNot = watched.anonymous && t('The survey is anonymous.')
  return (
    <>
      <QuestionField
        value={question}
        onChange={({ id, ...rest }) => onChange({ series: { ...at, ...scaledBound({ id, ...rest }, kind), question: id } })}
        questions={scored}
      />
      <BoundFields
        bound={{ atMost, atLeast }}
        values={sharedValues(scored.filter(({ id }) => id === question))}
        onChange={({ atMost, atLeast }) => onChange({ series: { ...at, atMost, atLeast } })}
      />
      <div className="grid grid-cols-2 gap-2">
        <NumberField
          label={t('So many')}
          value={count}
          min={1}
          max={MOST}
          onChange={n => n !== null && set({ count: n, of: Math.max(of, n) })}
        />
        <NumberField
          label={t('of the last')}
          value={of}
          min={1}
          max={MOST}
          onChange={n => n !== null && set({ of: n, count: Math.min(count, n) })}
        />
      </div>
      <Select<SeriesSubject>
        label={t('Answers of the same')}
        value={per}
        onChange={per => set({ per })}
        options={[
          { id: 'person', label: t('customer'), disabledReason: whyNot },
          { id: 'account', label: t('account'), disabledReason: whyNot },
          { id: 'unit', label: t('unit') },
        ]}
      />
    </>
  )
}
