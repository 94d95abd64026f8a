import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import type { Question } from '../../../surveys/question.ts'

interface QuestionFieldProps {
  value: string
  onChange: (question: Question) => void
  questions: readonly Question[]
}

export const QuestionField = ({ value, onChange, questions }: QuestionFieldProps) => (
  <Select
    label={t('Question')}
    value={value}
    onChange={id => onChange(questions.find(question => question.id === id)!)}
    options={questions.map(({ id, prompt }) => ({ id, label: prompt || id }))}
  />
)
