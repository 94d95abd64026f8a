// @words everybody
import { type Href, pathTo } from '../kit/paths.ts'
import { t as active, type Translate } from '../kit/i18n.ts'
import { kinds, type NotificationKind } from './kinds.ts'

interface FoldableItem {
  kind: string
  href: string | null
}

/** One thing, or many of a kind that are told together. */
export type Folded<T> = { kind: 'one'; item: T } | { kind: 'many'; of: NotificationKind; items: T[]; n: number }

/** So many of a kind are told one by one. */
const MOST = 3

/** Things of one kind, wherever they stand, become one line where there are many; a line stands where its first one stood. */
export function foldNotifications<T extends FoldableItem>(items: readonly T[]): Folded<T>[] {
  const groups = Map.groupBy(items, item => knownKind(item.kind))
  const told = new Set<NotificationKind>()
  return items.flatMap((item): Folded<T>[] => {
    const of = knownKind(item.kind)
    const all = groups.get(of)!
    if (all.length <= MOST) return [{ kind: 'one', item }]
    if (told.has(of)) return []
    told.add(of)
    return [{ kind: 'many', of, items: all, n: countOf(all) }]
  })
}

/** How many matters they are about: an alert and its reminder are one. */
export const countOf = (items: readonly FoldableItem[]): number => new Set(items.map((item, i) => item.href ?? i)).size

export const knownKind = (kind: string): NotificationKind => kinds.find(one => one === kind) ?? 'other'

/** “12 alerts are yours” */
export function manyWords(of: NotificationKind, n: number, t: Translate = active): string {
  switch (of) {
    case 'alert':
      return t('{n, plural, one {# alert is yours} other {# alerts are yours}}', { n })
    case 'escalation':
      return t('{n, plural, one {# alert has} other {# alerts have}} reached you from below', { n })
    case 'mention':
      return t('Colleagues ask for you in {n, plural, one {# matter} other {# matters}}', { n })
    case 'thanks':
      return t('{n, plural, one {# thank-you} other {# thank-yous}} for you', { n })
    case 'help':
      return t('{n, plural, one {# call} other {# calls}} for help', { n })
    case 'work':
      return t('{n, plural, one {# piece} other {# pieces}} of long work ended', { n })
    case 'trouble':
      return t('{n, plural, one {# thing has} other {# things have}} stopped', { n })
    case 'other':
      return t('{n, plural, one {# thing} other {# things}} for you', { n })
  }
}

/** Where all of a kind can be acted on; null: only one by one. */
export const manyHref = (of: NotificationKind): Href | null =>
  ({
    alert: pathTo('/my-day'),
    // They belong to others: what is late there stands first.
    escalation: pathTo('/my-day', { of: 'team' }),
    mention: pathTo('/my-day'),
    thanks: null,
    help: pathTo('/surveys'),
    work: pathTo('/activity'),
    trouble: pathTo('/settings/webhooks'),
    other: null,
  })[of]
