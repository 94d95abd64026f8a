import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placed } from './placed.ts'

interface Row {
  id: string
  n: number
}
const row = (n: number, id = `r${n}`): Row => ({ id, n })
const newest = (a: Row, b: Row) => a.n > b.n
const page = (rows: Row[], nextCursor: string | null = null) => ({ items: rows, nextCursor })
const read = (pages: { items: Row[] }[]) => pages.map(({ items }) => items.map(({ n }) => n))

describe('a list of which some rows have changed', () => {
  it.each<[story: string, pages: ReturnType<typeof page>[], ids: string[], rows: Row[], then: number[][]]>([
    ['a new one comes first', [page([row(3), row(1)])], ['r4'], [row(4)], [[4, 3, 1]]],
    ['one that no longer belongs goes', [page([row(3), row(1)])], ['r3'], [], [[1]]],
    ['one that moved stands where it belongs now', [page([row(3), row(2), row(1)])], ['r1'], [row(9, 'r1')], [[9, 3, 2]]],
    ['an empty list gets its first', [page([])], ['r1'], [row(1)], [[1]]],
    [
      'what belongs on the second page goes there',
      [page([row(9), row(8)], 'c'), page([row(5), row(3)])],
      ['r4'],
      [row(4)],
      [
        [9, 8],
        [5, 4, 3],
      ],
    ],
    ['what belongs behind what was read waits to be read', [page([row(9), row(8)], 'c')], ['r4'], [row(4)], [[9, 8]]],
    ['the last of all stands at the end', [page([row(9)])], ['r4'], [row(4)], [[9, 4]]],
  ])('%s', (_, pages, ids, rows, then) => {
    expect(read(placed(pages, ids, rows, newest))).toEqual(then)
  })

  it('is what one would read anew, whatever changed, once all pages are read', () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), n: fc.nat(1e6) }), {
      selector: ({ n }) => n,
      maxLength: 20,
    })
    const once = (list: Row[]) => [...new Map(list.map(one => [one.id, one])).values()].sort((a, b) => b.n - a.n)
    fc.assert(
      fc.property(rows, rows, fc.nat(20), (old, changed, cut) => {
        const [before, now] = [once(old), once(changed)]
        const left = before.filter(one => !now.some(other => other.id === one.id || other.n === one.n))
        const pages = [page(left.slice(0, cut), 'c'), page(left.slice(cut))]
        const got = placed(
          pages,
          now.map(one => one.id),
          now,
          newest,
        ).flatMap(({ items }) => items)
        expect(got).toEqual(once([...left, ...now]))
      }),
    )
  })
})
