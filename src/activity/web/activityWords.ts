import { type Href, pathTo } from '../../kit/paths.ts'
import { msg, t } from '../../kit/i18n.ts'
import type { IconName } from '../../kit/web/ui/Icon.tsx'
import type { ActivityItem } from './client.ts'
import { recordWords } from './recordWords.ts'

/** “invited priya@… as analyst”; after an erasure, what is left of it. A verb without a sentence is said in its own words. */
export function activityWords(
  { verb, detail }: Pick<ActivityItem, 'verb' | 'detail'>,
  sentences: Readonly<Record<string, string>>,
): string {
  const said = sentences[verb]
  if (!said) return verb.replace(/[._-]/g, ' ')
  const values = Object.fromEntries(
    Object.entries(detail ?? {}).filter(
      (e): e is [string, string | number] => typeof e[1] === 'string' || typeof e[1] === 'number',
    ),
  )
  for (const name of ['role', 'how'] as const) {
    const word = words[String(values[name])]
    if (word) values[name] = t(word)
  }
  return t(said, { email: t('somebody'), role: '…', name: '…', how: '…', to: '…', ...values })
}

/** What stands in the record by its own name: roles, and the ways of signing in. */
const words: Record<string, string> = {
  owner: msg('owner'),
  admin: msg('administrator'),
  analyst: msg('analyst'),
  manager: msg('manager'),
  agent: msg('agent'),
  viewer: msg('viewer'),
  password: msg('password'),
  link: msg('link'),
  invitation: msg('invitation'),
  'new password': msg('new password'),
  'second factor': msg('second factor'),
}

export const activityIcon = (verb: string): IconName =>
  recordWords.all().find(({ icons }) => icons?.[aboutOf(verb)])?.icons?.[aboutOf(verb)] ?? 'check'

const aboutOf = (verb: string) => verb.split('.')[0]!

/** Where the thing itself can be opened. */
export function subjectHref({ type, id }: ActivityItem['subject']): Href | undefined {
  const page = recordWords.all().find(({ pages }) => pages?.[type])?.pages?.[type]
  return page && pathTo(page as '/alerts/$id', { id })
}

/** What changed, line by line: “role: manager → agent”. */
export function changesIn(detail: ActivityItem['detail']): string[] {
  if (!detail) return []
  const { from, to } = detail
  if (from !== undefined && to !== undefined)
    return isPlain(from) && isPlain(to) ? compare(from, to) : [`${say(from)} → ${say(to)}`]
  return Object.entries(detail).flatMap(([name, value]) =>
    isPlain(value) && 'from' in value && 'to' in value ? [`${name}: ${say(value['from'])} → ${say(value['to'])}`] : [],
  )
}

const compare = (from: Record<string, unknown>, to: Record<string, unknown>): string[] =>
  Object.keys(to)
    .filter(name => say(from[name]) !== say(to[name]))
    .map(name => `${name}: ${say(from[name])} → ${say(to[name])}`)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function say(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
