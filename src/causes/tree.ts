// @words colleagues
import { t } from '../kit/i18n.ts'

export interface RootCause {
  id: string
  parentId: string | null
  name: string
  retired: boolean
}

export type CauseNode<C extends RootCause = RootCause> = C & { children: CauseNode<C>[] }

const byName = (a: RootCause, b: RootCause) => a.name.localeCompare(b.name)

/** The causes as a tree, each level by name. One whose parent is missing stands at the top. */
export function treeOf<C extends RootCause>(causes: readonly C[]): CauseNode<C>[] {
  const nodes = new Map(causes.map(cause => [cause.id, { ...cause, children: [] as CauseNode<C>[] }]))
  const roots: CauseNode<C>[] = []
  for (const node of [...nodes.values()].sort(byName)) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

/** Names from the top down to the cause itself: Contact centre, Call-back not kept. */
export function pathOf(id: string, causes: ReadonlyMap<string, RootCause>): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let cause = causes.get(id); cause && !seen.has(cause.id); cause = causes.get(cause.parentId ?? '')) {
    seen.add(cause.id)
    names.unshift(cause.name)
  }
  return names
}

/** Why a cause cannot stand below another: it would become its own ancestor, or there is no such place. */
export function whyNotMove(id: string, parentId: string | null, causes: ReadonlyMap<string, RootCause>): string | undefined {
  if (parentId === null) return undefined
  if (!causes.has(parentId)) return t('There is no such cause to put it under.')
  for (
    let above = causes.get(parentId), steps = 0;
    above && steps <= causes.size;
    above = causes.get(above.parentId ?? ''), steps++
  ) {
    if (above.id === id) return t('A cause cannot stand below itself.')
  }
  return undefined
}

/** The cause that a name or a path like “Works › No notice” speaks of; undefined when none does, or more than one. */
export function causeNamed(wanted: string, causes: ReadonlyMap<string, RootCause>): RootCause | undefined {
  const parts = wanted.split('›').map(normal)
  const found = [...causes.values()].filter(cause => {
    const path = pathOf(cause.id, causes).map(normal)
    return parts.every((part, i) => path[path.length - parts.length + i] === part)
  })
  return found.find(cause => !cause.retired) ?? found[0]
}

export const normal = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
