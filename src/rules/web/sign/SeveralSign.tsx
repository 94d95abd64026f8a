import { t } from '../../../kit/i18n.ts'
import { CheckboxGroup } from '../../../kit/web/ui/form/CheckboxGroup.tsx'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import { isScored } from '../../../surveys/question.ts'
import type { SeveralTest } from '../../condition.ts'
import { sharedValues, clampBound } from '../../signKinds.ts'
import { BoundFields } from './BoundFields.tsx'
import type { SignProps } from './sign.ts'

/** So many of several questions of one answer. */
export function SeveralSign({ sign: { several }, onChange, watched }: SignProps<{ several: SeveralTest }>) {
  const { questions, count, atMost, atLeast } = several
  const scored = watched.questions.filter(isScored)
  const valuesOf = (chosen: readonly string[]) => sharedValues(scored.filter(({ id }) => chosen.includes(id)))
  const values = valuesOf(questions)
  const choose = (chosen: string[]) => {
    const inOrder = scored.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
    const bound = clampBound({ atMost, atLeast }, valuesOf(inOrder))
    onChange({ several: { questions: inOrder, ...bound, count: Math.max(1, Math.min(count, inOrder.length)) } })
  }
  return (
    <>
      <CheckboxGroup
        label={t('Questions')}
        error={questions.length < 2 ? t('Choose at least two questions.') : undefined}
        options={scored.map(({ id, prompt }) => ({ id, label: prompt || id }))}
        value={questions}
        onChange={choose}
      />
      {values.length > 0 && (
        <BoundFields
          bound={{ atMost, atLeast }}
          values={values}
          onChange={({ atMost, atLeast }) => onChange({ several: { questions, count, atMost, atLeast } })}
        />
      )}
      <NumberField
        label={t('At least so many of them')}
        value={count}
        min={1}
        max={Math.max(1, questions.length)}
        onChange={n => n !== null && onChange({ several: { ...several, count: n } })}
      />
    </>
  )
}
