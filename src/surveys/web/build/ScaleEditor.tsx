import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { Switch } from '../../../kit/web/ui/form/Switch.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { type AnswerScale, limits, valuesOf } from '../../question.ts'

export interface ScaleEditorProps {
  scale: AnswerScale
  /** NPS has the scale it has. */
  fixed: boolean
  lang: string
  onChange: (scale: AnswerScale, key?: string) => void
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ id: String(from + i), label: String(from + i) }))

/** From where to where, and words for its values. */
export function ScaleEditor({ scale, fixed, lang, onChange }: ScaleEditorProps) {
  const { min, max, labels = {} } = scale
  const inside = Object.keys(labels).some(value => Number(value) > min && Number(value) < max)
  const [all, setAll] = useState(inside)
  const say = (value: number, label: string) => {
    const said: Record<string, string> = { ...labels, [value]: label }
    if (label === '') delete said[value]
    onChange(withLabels(scale, said), `label-${value}`)
  }
  const bound = (next: AnswerScale) => onChange(withLabels(next, moved(labels, scale, next)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-strong">{t('Scale')}</legend>
      {fixed ? (
        <p className="text-small text-ink-2">{t('0 to 10, so that it can be compared with everybody else’s.')}</p>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Select
            label={t('From')}
            className="w-24"
            options={numbers(0, 1)}
            value={String(min)}
            onChange={id => bound({ ...scale, min: Number(id) })}
          />
          <Select
            label={t('To')}
            className="w-24"
            options={numbers(2, 10)}
            value={String(max)}
            onChange={id => bound({ ...scale, max: Number(id) })}
          />
        </div>
      )}
      <div className="grid gap-2 wide:grid-cols-2">
        {(all ? valuesOf(scale) : [min, max]).map(value => (
          <TextField
            key={value}
            label={t('Word for {value}', { value })}
            optional
            lang={lang}
            dir="auto"
            maxLength={limits.label}
            value={labels[value] ?? ''}
            onChange={label => say(value, label)}
          />
        ))}
      </div>
      {max - min > 1 && (
        <Switch
          checked={all}
          onChange={setAll}
          disabledReason={inside && all && t('Values in between have words; empty them first.')}
        >
          {t('A word for each value')}
        </Switch>
      )}
    </fieldset>
  )
}

function withLabels({ min, max }: AnswerScale, labels: Record<string, string>): AnswerScale {
  return Object.keys(labels).length > 0 ? { min, max, labels } : { min, max }
}

/** The words for both ends stay at the ends; what lies outside goes. */
function moved(labels: Readonly<Record<string, string>>, from: AnswerScale, to: AnswerScale): Record<string, string> {
  const ends = { [from.min]: to.min, [from.max]: to.max }
  const said = Object.entries(labels).map(([value, label]) => [ends[Number(value)] ?? Number(value), label] as const)
  return Object.fromEntries(said.filter(([value]) => value >= to.min && value <= to.max))
}
