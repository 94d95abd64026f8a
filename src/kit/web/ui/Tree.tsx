import type { Href } from '../../paths.ts'
import { type ReactNode, useRef } from 'react'
import { Button, type Key, Tree as AriaTree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components'
import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'
import { Icon } from './Icon.tsx'

export interface TreeNode {
  id: string
  /** Its name; also what typing jumps to. */
  label: string
  children?: readonly TreeNode[]
  /** Beside the name, in grey. */
  detail?: ReactNode
  /** At the end of the row: a menu, figures. */
  after?: ReactNode
  href?: Href
}

/** On a row, or before or after it. */
export interface TreePlace {
  id: string
  place: 'before' | 'after' | 'on'
}

export interface TreeProps {
  label: string
  nodes: readonly TreeNode[]
  expanded: ReadonlySet<string>
  onExpand: (ids: Set<string>) => void
  selected?: string | null
  onSelect?: (id: string) => void
  /** With it, rows can be dragged (also by keyboard: Enter on the handle, Tab, Enter). */
  onMove?: (id: string, to: TreePlace) => void
  /** A place it refuses is not offered: a unit cannot go below itself. */
  mayMove?: (id: string, to: TreePlace) => boolean
}

export function Tree({ label, nodes, expanded, onExpand, selected, onSelect, onMove, mayMove }: TreeProps) {
  const dragged = useRef<string[]>([])
  const fits = (to: TreePlace) => dragged.current.every(id => mayMove?.(id, to) ?? true)
  const { dragAndDropHooks } = useDragAndDrop<TreeNode>({
    getItems: keys => [...keys].map(key => ({ 'text/plain': String(key) })),
    onDragStart: event => void (dragged.current = [...event.keys].map(String)),
    onDragEnd: () => void (dragged.current = []),
    getDropOperation: target => (target.type === 'item' && fits(placeOf(target)) ? 'move' : 'cancel'),
    onMove: event => dragged.current.forEach(id => onMove?.(id, placeOf(event.target))),
  })
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      expandedKeys={expanded}
      onExpandedChange={keys => onExpand(new Set([...keys].map(String)))}
      selectionMode={onSelect ? 'single' : 'none'}
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={keys => keys !== 'all' && keys.size && onSelect?.(String([...keys][0]))}
      dragAndDropHooks={onMove ? dragAndDropHooks : undefined}
      className="outline-none"
    >
      {node => <Node node={node} movable={Boolean(onMove)} />}
    </AriaTree>
  )
}

const placeOf = (target: { key: Key; dropPosition: TreePlace['place'] }): TreePlace => ({
  id: String(target.key),
  place: target.dropPosition,
})

const Node = ({ node, movable }: { node: TreeNode; movable: boolean }) => (
  <TreeItem
    id={node.id as Key}
    textValue={node.label}
    href={node.href}
    className="group border-b border-line outline-none hover:bg-hover data-drop-target:bg-selected data-focus-visible:-outline-offset-2 data-focus-visible:outline-2 data-selected:bg-selected"
  >
    <TreeItemContent>
      {({ level, hasChildItems, isExpanded }) => (
        <div
          className="flex min-h-9 items-center gap-1 py-1 [--step:1.25rem] max-wide:[--step:.75rem] pointer-coarse:min-h-11"
          style={{ paddingInlineStart: `calc(${level - 1} * var(--step))` }}
        >
          {movable && (
            <Button
              slot="drag"
              aria-label={t('Move {name}', { name: node.label })}
              className="grid size-6 flex-none place-items-center rounded-sm text-ink-3 opacity-0 max-wide:hidden group-hover:opacity-100 group-data-focus-visible:opacity-100 focus-visible:opacity-100"
            >
              <Icon name="drag" size={14} />
            </Button>
          )}
          <Button
            slot="chevron"
            className={cx('grid size-6 flex-none place-items-center rounded-sm text-ink-3', !hasChildItems && 'invisible')}
          >
            <Icon
              name="next"
              size={14}
              className={cx('transition-transform duration-(--fast)', isExpanded && 'rotate-90 rtl:rotate-90 rtl:scale-x-100')}
            />
          </Button>
          {/* On a phone what is too long goes on below rather than beyond the edge. */}
          <span className="min-w-0 wide:truncate">
            <span className={cx(level === 1 && 'font-strong')}>{node.label}</span>
            {node.detail && <span className="ms-2 text-small text-ink-3 max-wide:ms-0 max-wide:block">{node.detail}</span>}
          </span>
          {node.after && <span className="ms-auto flex flex-none items-center gap-2">{node.after}</span>}
        </div>
      )}
    </TreeItemContent>
    {node.children?.map(child => (
      <Node key={child.id} node={child} movable={movable} />
    ))}
  </TreeItem>
)
