import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { Tree, type TreeNode, type TreePlace } from '../../../kit/web/ui/Tree.tsx'
import { day } from '../../../kit/words.ts'
import { subtreeIds, type UnitNode, unitTree } from '../../unitTree.ts'
import { type DirectoryUnitRow, units } from '../client.ts'
import type { UnitTask } from './UnitDialogs.tsx'
import { useDirectoryChange } from '../useDirectoryChange.ts'

export interface UnitsTreeProps {
  items: readonly DirectoryUnitRow[]
  may: boolean
  on: string
  onTask: (task: UnitTask) => void
}

/** More units than this begin folded, so that the page stays one that can be read. */
const MANY = 200

/** Units below units. A dragged unit asks from which day on before it moves. */
export function UnitsTree({ items, may, onTask }: UnitsTreeProps) {
  const [folded, setFolded] = useState(() => new Set(items.length > MANY ? items.map(unit => unit.id) : []))
  const byId = new Map(items.map(unit => [unit.id, unit]))
  const toNode = ({ children, ...unit }: UnitNode<DirectoryUnitRow>): TreeNode => ({
    id: unit.id,
    label: unit.name,
    detail: detailOf(unit, byId),
    after: <After unit={unit} may={may} onTask={onTask} />,
    children: children.map(toNode),
  })
  const parentAt = (to: TreePlace) => (to.place === 'on' ? to.id : (byId.get(to.id)?.parentId ?? null))
  const drop = (id: string, to: TreePlace) => onTask({ kind: 'move', unit: byId.get(id)!, to: parentAt(to) })
  // Neither below itself nor where it stands already.
  const mayMove = (id: string, to: TreePlace) => {
    const parent = parentAt(to)
    return parent !== byId.get(id)?.parentId && !(parent && subtreeIds(items, id).has(parent))
  }
  return (
    <Tree
      label={t('Units')}
      nodes={unitTree(items).map(toNode)}
      expanded={new Set(items.map(unit => unit.id).filter(id => !folded.has(id)))}
      onExpand={open => setFolded(new Set(items.map(unit => unit.id).filter(id => !open.has(id))))}
      onMove={may ? drop : undefined}
      mayMove={mayMove}
    />
  )
}

function detailOf(unit: DirectoryUnitRow, byId: ReadonlyMap<string, DirectoryUnitRow>): string {
  const managers = unit.managers.map(person => person.name).join(', ')
  const next = unit.next && t('moves to {unit} on {day}', { unit: nameOf(unit.next.parentId, byId), day: day(unit.next.from) })
  const closes = unit.closedOn && t('closes on {day}', { day: day(unit.closedOn) })
  return [managers || t('no manager'), next, closes].filter(Boolean).join(' · ')
}

const nameOf = (id: string | null, byId: ReadonlyMap<string, DirectoryUnitRow>) =>
  id ? (byId.get(id)?.name ?? '?') : t('the top')

function After({ unit, may, onTask }: { unit: DirectoryUnitRow; may: boolean; onTask: (task: UnitTask) => void }) {
  const change = useDirectoryChange()
  const params = { id: unit.id }
  return (
    <>
      <TextLink look="open" href={pathTo('/people', { unit: unit.id })} className="text-small text-ink-2 max-wide:hidden">
        {t('{n, plural, one {# person} other {# people}}', { n: unit.people })}
      </TextLink>
      {may && (
        <Menu
          label={unit.name}
          entries={[
            { id: 'managers', label: t('Choose managers'), icon: 'people', onAction: () => onTask({ kind: 'managers', unit }) },
            { id: 'move', label: t('Move'), icon: 'merge', onAction: () => onTask({ kind: 'move', unit, to: unit.parentId }) },
            unit.next && {
              id: 'call-off',
              label: t('Call off the move of {day}', { day: day(unit.next.from) }),
              icon: 'undo',
              onAction: () => change.mutate(() => units.callOffMove({ params: { ...params, from: unit.next!.from } })),
            },
            { id: 'below', label: t('Add a unit below'), icon: 'add', onAction: () => onTask({ kind: 'new', parent: unit }) },
            { id: 'history', label: t('What happened'), icon: 'note', onAction: () => onTask({ kind: 'history', unit }) },
            { id: 'rename', label: t('Rename'), icon: 'edit', onAction: () => onTask({ kind: 'rename', unit }) },
            'line',
            unit.closedOn
              ? {
                  id: 'reopen',
                  label: t('Reopen'),
                  icon: 'undo',
                  onAction: () => change.mutate(() => units.reopenUnit({ params })),
                }
              : { id: 'close', label: t('Close'), icon: 'archive', onAction: () => onTask({ kind: 'close', unit }) },
          ]}
        >
          <Button variant="quiet" size="small" icon="more" label={t('More about {name}', { name: unit.name })} />
        </Menu>
      )}
    </>
  )
}
