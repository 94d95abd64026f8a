import { z } from 'zod'
import { contract, done, href, id, page, paging } from '../kit/contract.ts'
import { zone } from '../accounts/orgSettings.ts'
import { kinds, mailChoices, mailLanguages } from './kinds.ts'

const notification = z.object({
  id,
  kind: z.string(),
  text: z.string(),
  detail: z.string().nullable(),
  href: href.nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})

const choice = z.object({ kind: z.enum(kinds), mail: z.enum(mailChoices) })

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00')
const quiet = z
  .object({ zone, from: time, to: time, weekends: z.boolean() })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from the beginning' })

export const notificationsContract = contract({
  list: {
    method: 'GET',
    path: '/notifications',
    access: 'signed-in',
    scope: 'own',
    summary: 'What reached you, newest first',
    query: paging,
    reply: page(notification).extend({ unread: z.number() }),
  },
  read: {
    method: 'POST',
    path: '/notifications/reads',
    access: 'signed-in',
    scope: 'own',
    summary: 'Mark as read: those named, or all',
    body: z.object({ ids: z.array(id).max(200).optional() }).default({}),
    reply: done,
  },
  choices: {
    method: 'GET',
    path: '/notifications/choices',
    access: 'signed-in',
    scope: 'own',
    summary: 'How each kind of notification reaches you by mail',
    reply: z.object({
      items: z.array(choice),
      /** In which language mails reach you; null: as the directory or the organisation says. */
      language: z.string().nullable(),
      /** When no mail comes; null: it always may. */
      quiet: quiet.nullable(),
      /** The organisation's zone, to begin with. */
      zone: z.string(),
      /** Whether the weekly digest comes. */
      digest: z.boolean(),
    }),
  },
  speak: {
    method: 'PUT',
    path: '/notifications/language',
    access: 'signed-in',
    scope: 'own',
    summary: 'Choose the language in which you are written to',
    body: z.object({ language: z.enum(mailLanguages).nullable() }),
    reply: done,
  },
  digest: {
    method: 'PUT',
    path: '/notifications/digest',
    access: 'signed-in',
    scope: 'own',
    summary: 'Choose whether the weekly digest comes by mail',
    body: z.object({ on: z.boolean() }),
    reply: done,
  },
  previewDigest: {
    method: 'POST',
    path: '/notifications/digest/previews',
    access: 'insights.read',
    scope: 'own',
    summary: 'Mail yourself the weekly digest now: the last week, or the one that runs',
    body: z.object({}).default({}),
    reply: z.object({ to: z.string() }),
    ratePerMinute: 5,
  },
  quiet: {
    method: 'PUT',
    path: '/notifications/quiet-hours',
    access: 'signed-in',
    scope: 'own',
    summary: 'Choose when no mail comes: what happens meanwhile comes after it, together',
    body: z.object({ quiet: quiet.nullable() }),
    reply: done,
  },
  choose: {
    method: 'PUT',
    path: '/notifications/choices',
    access: 'signed-in',
    scope: 'own',
    summary: 'Choose how one kind of notification reaches you by mail',
    body: choice,
    reply: done,
  },
})
