import type { Tx } from '../../kit/server/db.ts'
import { visibleUnits } from '../../people/server/units.ts'
import { readComment } from '../reading.ts'
import { textKey } from '../tokens.ts'
import { countLabels } from './labelStore.ts'
import { modelFor } from './model.ts'
import { byLanguage, byMonth, commentsWanted, type Sight, totals, type Wanted } from './overviewStore.ts'
import { tell } from './tell.ts'

type Asked = { from?: string | undefined; to?: string | undefined; survey?: string | undefined }

const sightOf = async (tx: Tx, { from, to, survey }: Asked): Promise<Sight> => ({
  from: from ?? null,
  to: to ?? null,
  survey: survey ?? null,
  units: await visibleUnits(tx),
})

/** Themes with their share and sentiment over time. */
export async function overview(tx: Tx, asked: Asked) {
  const sight = await sightOf(tx, asked)
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

/** Comments as they are read now, which may be newer than what was counted. */
export async function listComments(tx: Tx, asked: Asked, wanted: Wanted) {
  const model = await modelFor(tx)
  const rows = await commentsWanted(tx, await sightOf(tx, asked), { ...wanted, limit: wanted.limit * SPARE })
  return distinct(rows, wanted.limit).map(({ locale, ...row }) => ({
    ...row,
    reading: tell(readComment(model, row.text, undefined, locale?.slice(0, 2)), row.text),
  }))
}

// Many customers write the same words; who teaches or reads examples needs them once.
const SPARE = 5

function distinct<Row extends { text: string }>(rows: readonly Row[], limit: number): Row[] {
  const known = new Set<string>()
  const fresh = rows.filter(({ text }) => {
    const key = textKey(text)
    return known.has(key) ? false : known.add(key)
  })
  return fresh.slice(0, limit)
}
