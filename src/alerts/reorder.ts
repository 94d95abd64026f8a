/** The list with one of it a step further up or down. */
export function moveByOne(ids: readonly string[], id: string, step: 1 | -1): string[] {
  const from = ids.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.with(from, ids[to]!).with(to, id)
}

/** The list with one of it right before or after another. */
export function placeNextTo(ids: readonly string[], id: string, other: string, place: 'before' | 'after'): string[] {
  if (id === other) return [...ids]
  const rest = ids.filter(one => one !== id)
  return rest.toSpliced(rest.indexOf(other) + (place === 'after' ? 1 : 0), 0, id)
}
