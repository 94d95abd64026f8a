import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { limits, type AnswerOption } from '../../question.ts'
import { freshId, moveBy } from '../draft/edits.ts'

export interface OptionListEditorProps {
  /** “Options”, “Rows” */
  title: string
  /** “Option {n}” */
  name: (n: number) => string
  add: string
  options: readonly AnswerOption[]
  most: number
  lang: string
  onChange: (options: AnswerOption[], key?: string) => void
}

/** A list of short texts. Enter makes the next one, Backspace in an empty one removes it, several pasted lines become several. */
export function OptionListEditor({ title, name, add, options, most, lang, onChange }: OptionListEditorProps) {
  // Whose field takes the focus once it is drawn.
  const next = useRef<string>(undefined)
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (next.current) box.current?.querySelector<HTMLInputElement>(`[data-label="${next.current}"] input`)?.focus()
    next.current = undefined
  })
  const full = options.length >= most
  const put = (at: number, labels: string[] = ['']) => {
    const fresh = labels.slice(0, most - options.length).map(label => ({ id: freshId('o'), label: label.slice(0, limits.label) }))
    onChange(options.toSpliced(at, 0, ...fresh))
    next.current = fresh.at(-1)?.id
  }
  const remove = (at: number) => {
    onChange(options.toSpliced(at, 1))
    next.current = options[at - 1]?.id ?? options[at + 1]?.id
  }
  const move = (id: string, step: 1 | -1) => {
    onChange(moveBy(options, id, step))
    next.current = id
  }
  const onKey = (event: KeyboardEvent, option: AnswerOption, at: number) => {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
    const act =
      event.key === 'Enter' && !full
        ? () => put(at + 1)
        : event.key === 'Backspace' && option.label === '' && options.length > 1
          ? () => remove(at)
          : event.altKey && event.key === 'ArrowUp'
            ? () => move(option.id, -1)
            : event.altKey && event.key === 'ArrowDown'
              ? () => move(option.id, 1)
              : undefined
    if (!act) return
    event.preventDefault()
    act()
  }
  const onPaste = (event: ClipboardEvent, option: AnswerOption, at: number) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean)
    if (lines.length < 2) return
    event.preventDefault()
    const [first, ...rest] = option.label === '' ? lines : [option.label, ...lines]
    const more = rest.slice(0, most - options.length).map(label => ({ id: freshId('o'), label: label.slice(0, limits.label) }))
    onChange(options.toSpliced(at, 1, { ...option, label: first!.slice(0, limits.label) }, ...more))
  }
  return (
    <fieldset ref={box} className="grid gap-1.5">
      <legend className="mb-1 font-strong">{title}</legend>
      {options.map((option, i) => (
        <div
          key={option.id}
          data-label={option.id}
          onKeyDownCapture={event => onKey(event, option, i)}
          onPasteCapture={event => onPaste(event, option, i)}
          className="flex items-start gap-1"
        >
          <TextField
            label={name(i + 1)}
            labelHidden
            value={option.label}
            maxLength={limits.label}
            placeholder={name(i + 1)}
            lang={lang}
            dir="auto"
            className="flex-1"
            onChange={label => onChange(options.with(i, { ...option, label }), option.id)}
          />
          <Menu
            label={t('{name}: more', { name: name(i + 1) })}
            entries={[
              {
                id: 'up',
                label: t('Move up'),
                icon: 'up',
                kbd: 'Alt ↑',
                disabledReason: i === 0 && t('It is the first'),
                onAction: () => move(option.id, -1),
              },
              {
                id: 'down',
                label: t('Move down'),
                icon: 'down',
                kbd: 'Alt ↓',
                disabledReason: i === options.length - 1 && t('It is the last'),
                onAction: () => move(option.id, 1),
              },
              'line',
              {
                id: 'remove',
                label: t('Remove'),
                icon: 'trash',
                danger: true,
                disabledReason: options.length === 1 && t('One must stay'),
                onAction: () => remove(i),
              },
            ]}
          >
            <Button variant="quiet" icon="more" label={t('{name}: more', { name: name(i + 1) })} />
          </Menu>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="small"
          icon="add"
          disabledReason={full && t('There is no room for more.')}
          onPress={() => put(options.length)}
        >
          {add}
        </Button>
        <span className="text-small text-ink-3 pointer-coarse:hidden">
          {t('Enter adds the next; a pasted list becomes one each.')}
        </span>
      </div>
    </fieldset>
  )
}
