export interface PageOf<Row> {
  items: Row[]
  nextCursor: string | null
}

/**
 * Pages of a list after some of its rows have changed: rows named by `ids` are removed, and those still in the list are inserted again at their sorted place.
 * What belongs behind the last page that was read is left to be read with the next one.
 */
export function placed<Row extends { id: string }>(
  pages: readonly PageOf<Row>[],
  ids: readonly string[],
  rows: readonly Row[],
  before: (a: Row, b: Row) => boolean,
): PageOf<Row>[] {
  const gone = new Set(ids)
  const next = pages.map(page => ({ ...page, items: page.items.filter(row => !gone.has(row.id)) }))
  for (const row of rows) place(next, row, before)
  return next
}

function place<Row>(pages: PageOf<Row>[], row: Row, before: (a: Row, b: Row) => boolean): void {
  for (const page of pages) {
    const at = page.items.findIndex(other => before(row, other))
    if (at < 0) continue
    page.items.splice(at, 0, row)
    return
  }
  const last = pages.at(-1)
  if (last && last.nextCursor === null) last.items.push(row)
}
