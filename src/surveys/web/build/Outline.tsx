import { type KeyboardEvent, useRef, useState } from 'react'
import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { t } from '../../../kit/i18n.ts'
import { cx } from '../../../kit/web/cx.ts'
import { Icon } from '../../../kit/web/ui/Icon.tsx'
import { Sign } from '../../../kit/web/ui/Sign.tsx'
import type { Question } from '../../question.ts'
import { moveBeside, moveBy } from '../draft/edits.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { kindWords } from '../words.ts'

export interface OutlineProps {
  draft: SurveyDraft
  /** What is open in the editor. */
  at: string
  onOpen: (at: string) => void
  /** Questions with something missing. */
  wanting: ReadonlySet<string>
}

/** The questions in their order. They are moved by dragging, by the handle's own keys, and by Alt with the arrows. */
export function Outline({ draft, at, onOpen, wanting }: OutlineProps) {
  const { questions } = draft.draft
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys => [...keys].map(key => ({ 'text/plain': questions.find(({ id }) => id === key)?.prompt ?? String(key) })),
    onReorder: ({ keys, target: { key, dropPosition } }) =>
      dropPosition !== 'on' && draft.edit(now => moveBeside(now, new Set([...keys].map(String)), String(key), dropPosition)),
    renderDropIndicator: target => <DropIndicator target={target} className="h-0.5 bg-accent not-data-drop-target:invisible" />,
  })
  const move = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key']
    if (!event.altKey || !step || !id) return
    event.preventDefault()
    event.stopPropagation()
    draft.edit(now => ({ ...now, questions: moveBy(now.questions, id, step) }))
    const place = questions.findIndex(question => question.id === id) + step + 1
    if (place >= 1 && place <= questions.length) setSaid(t('Now question {place} of {n}', { place, n: questions.length }))
    // The row that moves in the document loses the focus.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus())
  }
  return (
    <div ref={box} onKeyDownCapture={move}>
      <GridList
        aria-label={t('Questions')}
        items={questions.map((question, i) => ({
          ...question,
          place: i + 1,
          open: question.id === at,
          wants: wanting.has(question.id),
        }))}
        dragAndDropHooks={dragAndDropHooks}
        onAction={key => onOpen(String(key))}
        renderEmptyState={() => <p className="px-2 py-3 text-ink-3">{t('No question yet. Add the first one below.')}</p>}
        className="outline-none"
      >
        {row => <Row row={row} />}
      </GridList>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

const Row = ({ row }: { row: Question & { place: number; open: boolean; wants: boolean } }) => (
  <GridListItem
    id={row.id}
    textValue={row.prompt || t('Question {n}', { n: row.place })}
    className={cx(
      'group flex cursor-pointer items-start gap-1 border-b border-line py-2 pe-2 outline-none data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2',
      row.open ? 'bg-selected' : 'hover:bg-hover',
    )}
  >
    <AriaButton
      slot="drag"
      aria-label={t('Move question {n}', { n: row.place })}
      className="grid size-6 flex-none cursor-grab place-items-center rounded-sm text-ink-3 pointer-coarse:size-10"
    >
      <Icon name="drag" />
    </AriaButton>
    <span className="mt-0.5 w-5 flex-none text-end text-small text-ink-3">{row.place}</span>
    <span className="min-w-0 flex-1 ps-1.5">
      <span dir="auto" className={cx('line-clamp-2', row.open && 'font-strong', !row.prompt && 'text-ink-3')}>
        {row.prompt || t('Not worded yet')}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-small text-ink-3">
        {t(kindWords[row.kind].label)}
        {row.required && <span>· {t('required')}</span>}
        {row.showIf && <span>· {t('only if')}</span>}
      </span>
    </span>
    {row.wants && (
      <span className="mt-1.5" title={t('Something is missing')}>
        <Sign kind="soon" />
        <span className="sr-only">{t('Something is missing')}</span>
      </span>
    )}
  </GridListItem>
)
