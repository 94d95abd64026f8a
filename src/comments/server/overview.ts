import type { Tx } from '../../kit/server/db.ts'
import { badInput } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import { decodeCursor, toPage } from '../../kit/paging.ts'
import { assertInOrder, type ResponseFilterQuery, visibleUnitsBelow } from '../../responses/server/numbers/responseFilter.ts'
import { readComment } from '../reading.ts'
import { textKey } from '../words/tokens.ts'
import { countLabels } from './labelStore.ts'
import { modelFor } from './model.ts'
import {
  byLanguage,
  byMonth,
  doubtfulComments,
  type CommentKindFilter,
  newestComments,
  type CommentPosition,
  type CommentScope,
  totals,
} from './overviewStore.ts'
import { readingReply } from './readingReply.ts'

type OverviewQuery = Pick<ResponseFilterQuery, 'from' | 'to' | 'unit'> & { survey?: string | undefined }

async function commentScopeOf(tx: Tx, { from, to, survey, unit }: OverviewQuery): Promise<CommentScope> {
  assertInOrder({ from, to })
  return { from: from ?? null, to: to ?? null, survey: survey ?? null, units: await visibleUnitsBelow(tx, unit, to) }
}

/** Themes with their share and sentiment over time. */
export async function overview(tx: Tx, asked: OverviewQuery) {
  const sight = await commentScopeOf(tx, asked)
  const { version, themes } = await modelFor(tx)
  const rows = await byMonth(tx, sight)
  const all = rows.filter(row => row.theme === null)
  const sum = summed(all)
  return {
    n: sum.n,
    negative: sum.negative,
    ...(await totals(tx, sight, version)),
    labels: await countLabels(tx),
    months: all.map(({ month, n, negative, sentiment }) => ({ month, n, negative, sentiment })),
    themes: themes
      .map(({ id, name }) => {
        const months = rows.filter(row => row.theme === id)
        return { id, name, ...summed(months), months: months.map(({ month, n, sentiment }) => ({ month, n, sentiment })) }
      })
      .filter(theme => theme.n > 0)
      .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name)),
    languages: await byLanguage(tx, sight),
  }
}

function summed(rows: readonly { n: number; negative: number; sentiment: number }[]) {
  const n = rows.reduce((sum, row) => sum + row.n, 0)
  return {
    n,
    negative: rows.reduce((sum, row) => sum + row.negative, 0),
    sentiment: n ? rows.reduce((sum, row) => sum + row.n * row.sentiment, 0) / n : 0,
  }
}

interface Listed extends CommentKindFilter {
  order: 'newest' | 'doubt'
  limit: number
  cursor: string | undefined
}

/** Comments as they are read now, which may be newer than what was counted. */
export async function listComments(tx: Tx, asked: OverviewQuery, { order, limit, cursor, ...kind }: Listed) {
  const sight = await commentScopeOf(tx, asked)
  const { items, nextCursor } =
    order === 'newest'
      ? toPage(await newestComments(tx, sight, kind, limit, placeOf(cursor)), limit, row => [
          row.respondedOn,
          row.response,
          row.question,
        ])
      : { items: distinct(await doubtfulComments(tx, sight, kind, limit * SPARE), limit), nextCursor: null }
  const model = await modelFor(tx)
  return {
    items: items.map(({ locale, ...row }) => ({
      ...row,
      reading: readingReply(readComment(model, row.text, undefined, locale?.slice(0, 2)), row.text),
    })),
    nextCursor,
  }
}

function placeOf(cursor: string | undefined): CommentPosition | undefined {
  const [on, response, question] = (decodeCursor(cursor, 3) ?? []).map(String)
  if (on === undefined) return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(on) && isId(response!)) return { on, response: response!, question: question! }
  throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
}

// Many customers write the same words; who teaches needs them once.
const SPARE = 5

function distinct<Row extends { text: string }>(rows: readonly Row[], limit: number): Row[] {
  const known = new Set<string>()
  const fresh = rows.filter(({ text }) => {
    const key = textKey(text)
    return known.has(key) ? false : known.add(key)
  })
  return fresh.slice(0, limit)
}
