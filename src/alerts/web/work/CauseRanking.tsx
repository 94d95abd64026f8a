import { type KeyboardEvent, useRef, useState } from 'react'
import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { t } from '../../../kit/i18n.ts'
import { Icon } from '../../../kit/web/ui/Icon.tsx'
import type { AlertItem } from '../../contract.ts'
import { placeNextTo, moveByOne } from '../../reorder.ts'

type RankedCause = AlertItem['causes'][number]

interface CauseRankingProps {
  causes: readonly RankedCause[]
  onOrder: (ids: string[]) => void
  onRemove: (id: string) => void
}

/** The causes in the order of their weight, the main one on top. Moved by dragging, by the handle's own keys, or by Alt with the arrows. */
export function CauseRanking({ causes, onOrder, onRemove }: CauseRankingProps) {
  const ids = causes.map(({ id }) => id)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys => [...keys].map(key => ({ 'text/plain': causes.find(({ id }) => id === key)?.name ?? String(key) })),
    onReorder: ({ keys, target: { key, dropPosition } }) =>
      dropPosition !== 'on' && onOrder(placeNextTo(ids, String([...keys][0]), String(key), dropPosition)),
    renderDropIndicator: target => <DropIndicator target={target} className="h-0.5 bg-accent not-data-drop-target:invisible" />,
  })
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key']
    if (!event.altKey || !step || !id) return
    event.preventDefault()
    event.stopPropagation()
    const next = moveByOne(ids, id, step)
    onOrder(next)
    setSaid(t('Now cause {place} of {n}', { place: next.indexOf(id) + 1, n: next.length }))
    // The row that moves in the document loses the focus.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus())
  }
  return (
    <div ref={box} onKeyDownCapture={onKey}>
      <GridList
        aria-label={t('Causes by weight')}
        items={causes.map((cause, i) => ({ ...cause, place: i + 1 }))}
        dragAndDropHooks={dragAndDropHooks}
        className="outline-none"
      >
        {({ id, name, path, place }) => (
          <GridListItem
            id={id}
            textValue={name}
            className="flex items-center gap-1.5 border-b border-line py-1 outline-none last:border-b-0 data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2"
          >
            <AriaButton
              slot="drag"
              aria-label={t('Move “{name}”', { name })}
              className="grid size-6 flex-none cursor-grab place-items-center rounded-sm text-ink-3 pointer-coarse:size-10"
            >
              <Icon name="drag" />
            </AriaButton>
            <span className="w-4 flex-none text-end text-small text-ink-3">{place}</span>
            <span className="min-w-0 flex-1 ps-1">
              {path.length > 1 && <span className="text-ink-3">{path.slice(0, -1).join(' › ')} › </span>}
              <b>{name}</b>
            </span>
            <AriaButton
              onPress={() => onRemove(id)}
              aria-label={t('Remove {name}', { name })}
              className="grid size-6 flex-none place-items-center rounded-sm text-ink-3 hover:bg-hover pointer-coarse:size-10"
            >
              <Icon name="close" size={12} />
            </AriaButton>
          </GridListItem>
        )}
      </GridList>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
