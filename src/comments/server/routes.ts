import type { Tx } from '../../kit/server/db.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { timeCursor, toPage } from '../../kit/paging.ts'
import { ok } from '../../kit/contract.ts'
import { readResponseDetail } from '../../responses/server/read/browseResponses.ts'
import { commentsContract } from '../contract.ts'
import { readComment } from '../reading.ts'
import { listLabels, type LabelVersion } from './labelStore.ts'
import { modelFor, readWith } from './model.ts'
import { listComments, overview } from './overview.ts'
import { teach, untaught } from './teach.ts'
import { readingReply } from './readingReply.ts'
import { loadThemes } from './themeStore.ts'
import { addTheme, changeTheme, listThemes, mergeTheme } from './themes.ts'

/** Reading open text: what it says, why, and how it learns. */
export const commentsRoutes = implement(commentsContract, {
  assess: async (tx, { body }) => readingReply(await readWith(tx, body.text, body.language), body.text),
  assessMany: async (tx, { body }) => {
    const model = await modelFor(tx)
    return { items: body.texts.map(text => readingReply(readComment(model, text), text)) }
  },
  teach: (tx, { body }) => teach(tx, body.items),
  listLabels: (tx, { query }) => labels(tx, query.limit, query.cursor),
  undoLabel: async (tx, { params }) => {
    await untaught(tx, params.id)
    return ok
  },
  listThemes: async tx => ({ items: await listThemes(tx), nextCursor: null }),
  createTheme: async (tx, { body }) => ({ id: await addTheme(tx, body.name) }),
  changeTheme: async (tx, { params, body }) => {
    await changeTheme(tx, params.id, body)
    return ok
  },
  mergeTheme: async (tx, { params, body }) => {
    await mergeTheme(tx, params.id, body.into)
    return ok
  },
  readResponse: async (tx, { params }) => {
    const { answers, locale } = await readResponseDetail(tx, params.id)
    const model = await modelFor(tx)
    const comments = answers.flatMap(({ kind, question, value }) =>
      kind === 'text' && typeof value === 'string' ? [{ question, value }] : [],
    )
    return {
      items: comments.map(({ question, value }) => ({
        question,
        ...readingReply(readComment(model, value, undefined, locale?.slice(0, 2)), value),
      })),
    }
  },
  overview: (tx, { query }) => overview(tx, query),
  listComments: (tx, { query: { theme, only, language, order, limit, cursor, ...asked } }) =>
    listComments(tx, asked, { theme: theme ?? null, only: only ?? null, language: language ?? null, order, limit, cursor }),
})

async function labels(tx: Tx, limit: number, cursor: string | undefined) {
  const names = new Map((await loadThemes(tx)).map(theme => [theme.id, theme.name]))
  const named = ({ negative, themes, by, at }: LabelVersion) => ({
    negative,
    themes: themes?.map(theme => ({ id: theme, name: names.get(theme) ?? '' })) ?? null,
    taughtBy: by,
    taughtAt: new Date(at).toISOString(),
  })
  const { items, nextCursor } = toPage(await listLabels(tx, limit, timeCursor(cursor)), limit, row => [row.at, row.id])
  return {
    items: items.map(({ id, text, earlier, ...last }) => ({ id, text, ...named(last), earlier: earlier.map(named).reverse() })),
    nextCursor,
  }
}
