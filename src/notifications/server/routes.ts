import type { Href } from '../../kit/paths.ts'
import { ownZone } from '../../accounts/server/orgStore.ts'
import { readLanguage, saveLanguage } from '../../accounts/server/signIn/loginStore.ts'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors.ts'
import { implement } from '../../kit/server/http/implement.ts'
import type { Context } from '../../kit/server/http/context.ts'
import { announce } from '../../kit/server/live.ts'
import { notificationsContract } from '../contract.ts'
import { kinds, usualChoice } from '../kinds.ts'
import { digestPreview } from './digestPreview.ts'
import { saveDigest, wantsDigest } from './digestStore.ts'
import { readQuiet, saveQuiet } from './quietStore.ts'
import { countUnread, listNotifications, markRead, readChoices, saveChoice } from './notificationStore.ts'

const ok = { ok: true } as const

export const notificationsRoutes = implement(notificationsContract, {
  list: async (tx, { query }, context) => {
    const userId = userOf(context)
    // A key is no colleague: nothing reaches it.
    if (!userId) return { items: [], nextCursor: null, unread: 0 }
    const page = await listNotifications(tx, userId, query.limit, query.cursor)
    return { ...page, items: page.items.map(told), unread: await countUnread(tx, userId) }
  },
  read: async (tx, { body }, context) => {
    const userId = ownUser(context)
    await markRead(tx, userId, body.ids)
    announce(tx, 'notifications', userId)
    return ok
  },
  choices: async (tx, _input, context) => {
    const userId = ownUser(context)
    const chosen = await readChoices(tx, userId)
    const items = kinds.map(kind => ({ kind, mail: chosen.get(kind) ?? usualChoice[kind] }))
    return {
      items,
      language: await readLanguage(tx, userId),
      quiet: await readQuiet(tx, userId),
      zone: await ownZone(tx),
      digest: await wantsDigest(tx, userId),
    }
  },
  speak: async (tx, { body }, context) => {
    await saveLanguage(tx, ownUser(context), body.language)
    return ok
  },
  digest: async (tx, { body }, context) => {
    await saveDigest(tx, ownUser(context), body.on)
    return ok
  },
  previewDigest: async (tx, _input, context) => ({ to: await digestPreview.call(tx, ownUser(context)) }),
  quiet: async (tx, { body }, context) => {
    await saveQuiet(tx, ownUser(context), body.quiet)
    return ok
  },
  choose: async (tx, { body }, context) => {
    await saveChoice(tx, ownUser(context), body.kind, body.mail)
    return ok
  },
})

const userOf = ({ request }: { request: FastifyRequest }) => request.identity?.userId

function ownUser(context: Context): string {
  const userId = userOf(context)
  if (!userId) throw new AppError('not_allowed_now', 'An API key has no notifications of its own. Sign in as a person.')
  return userId
}

type Row = Awaited<ReturnType<typeof listNotifications>>['items'][number]

const told = (row: Row) => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  detail: row.detail,
  href: row.href as Href | null,
  createdAt: new Date(row.created_at).toISOString(),
  readAt: row.read_at && new Date(row.read_at).toISOString(),
})
