import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { type Question, scaleOf, valuesOf } from '../../../surveys/question.ts'
import { rangeWords } from './rangeWords.ts'
import type { BrowseSearch } from '../../browseSearch.ts'

interface ScoreChipProps {
  question: Question
  search: BrowseSearch
  setSearch: (change: Partial<BrowseSearch>) => void
}

/** A range of scores of one question. */
export function ScoreChip({ question, search, setSearch }: ScoreChipProps) {
  if (search.atLeast !== '' || search.atMost !== '') {
    const clear = { question: '', atLeast: '', atMost: '' }
    return <Chip label={t('Score')} value={rangeWords(search)} onRemove={() => setSearch(clear)} />
  }
  return (
    <Popover label={t('Score')} trigger={<Chip icon="add" label={t('Score')} />} className="w-72 max-w-full">
      {close => (
        <Range
          question={question}
          onChoose={(atLeast, atMost) => {
            setSearch({ question: question.id, atLeast, atMost })
            close()
          }}
        />
      )}
    </Popover>
  )
}

function Range({ question, onChoose }: { question: Question; onChoose: (from: string, to: string) => void }) {
  const values = valuesOf(scaleOf(question)!).map(String)
  const [[from, to], setRange] = useState([values[0]!, values.at(-1)!])
  const options = values.map(value => ({ id: value, label: value }))
  return (
    <div className="grid gap-3">
      <p className="text-small text-ink-2">{question.prompt}</p>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('At least')}
          options={options}
          value={from}
          onChange={low => setRange([low, Number(low) > Number(to) ? low : to])}
        />
        <Select
          label={t('At most')}
          options={options}
          value={to}
          onChange={high => setRange([Number(high) < Number(from) ? high : from, high])}
        />
      </div>
      <Button onPress={() => onChoose(from, to)}>{t('Look at these scores')}</Button>
    </div>
  )
}
