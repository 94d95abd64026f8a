import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { people } from '../../../people/web/client.ts'
import { t } from '../../../kit/i18n.ts'
import { cx } from '../../../kit/web/cx.ts'
import { Avatar } from '../../../kit/web/ui/Avatar.tsx'
import { TextArea, type TextAreaProps } from '../../../kit/web/ui/form/TextArea.tsx'
import { type Mention, mentionAt, withMention } from '../../mention.ts'

interface MentionAreaProps extends Omit<TextAreaProps, 'onChange' | 'value'> {
  value: string
  onChange: (text: string) => void
  onMention: (person: Mention) => void
}

/** A text in which `@` brings in a colleague: arrows and Enter choose one, Escape goes on writing. */
export function MentionArea({ value, onChange, onMention, ...rest }: MentionAreaProps) {
  const box = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState<string | null>(null)
  const typed = mentionAt(value, caret)
  // Whoever was chosen, or not wanted, is not offered again while one goes on writing behind the name.
  const over = typed === null || (closed !== null && typed.startsWith(closed))
  const { found, searching } = useColleagues(over ? null : typed)
  const area = () => box.current?.querySelector('textarea')
  const look = () => setCaret(area()?.selectionStart ?? 0)
  const pick = (person: Mention) => {
    const next = withMention(value, caret, person.name)
    onChange(next.text)
    onMention(person)
    setClosed(person.name)
    requestAnimationFrame(() => {
      area()?.focus()
      area()?.setSelectionRange(next.caret, next.caret)
      look()
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (found.length === 0) {
      // Whoever is meant is on the way: no line is broken in the middle of a name.
      if (searching && event.key === 'Enter') event.preventDefault()
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = found[Math.min(at, found.length - 1)]!
    if (step) setAt((at + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen)
    else if (event.key === 'Escape') setClosed(typed)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const change = (text: string) => {
    onChange(text)
    setAt(0)
    const now = area()?.selectionStart ?? text.length
    setCaret(now)
    if (mentionAt(text, now) === null) setClosed(null)
  }
  return (
    <div ref={box} className="relative" onKeyDownCapture={onKey} onKeyUp={look} onClick={look}>
      <TextArea {...rest} value={value} onChange={change} />
      {found.length > 0 && <Suggestions found={found} at={at} onPick={pick} />}
    </div>
  )
}

interface SuggestionsProps {
  found: readonly (Mention & { detail: string | undefined })[]
  at: number
  onPick: (person: Mention) => void
}

const Suggestions = ({ found, at, onPick }: SuggestionsProps) => (
  <ul
    role="listbox"
    aria-label={t('Colleagues')}
    className="absolute inset-x-0 top-full z-(--z-popover) mt-1 max-h-64 overflow-y-auto rounded-lg bg-overlay p-1 shadow-popover"
  >
    {found.map((person, i) => (
      <li
        key={person.id}
        role="option"
        aria-selected={i === at}
        onMouseDown={event => {
          event.preventDefault()
          onPick(person)
        }}
        className={cx(
          'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover pointer-coarse:min-h-11',
          i === at && 'bg-selected',
        )}
      >
        <Avatar name={person.name} />
        <span className="min-w-0 flex-1 truncate">{person.name}</span>
        <span className="truncate text-small text-ink-3">{person.detail}</span>
      </li>
    ))}
  </ul>
)

/** Colleagues whose name or address has these letters; until those are here, whoever fits of the ones before. */
function useColleagues(q: string | null) {
  const may = useMay('people.read')
  const query = useQuery({
    ...people.listPeople.query({ query: { q: q ?? '', kind: 'staff', limit: 6 } }),
    enabled: q !== null && may,
    placeholderData: keepPreviousData,
  })
  if (q === null) return { found: [], searching: false }
  const letters = q.toLowerCase()
  const found = (query.data?.items ?? [])
    .filter(({ label, email }) => !query.isPlaceholderData || `${label} ${email ?? ''}`.toLowerCase().includes(letters))
    .map(({ id, label, units, email }) => ({ id, name: label, detail: units[0]?.name ?? email ?? undefined }))
  return { found, searching: query.isFetching }
}
