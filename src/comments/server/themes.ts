import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { countPicks, lockTeaching, moveLabels } from './labelStore.ts'
import { learnAgain, themesChanged } from './teach.ts'
import { loadThemes, normal, saveTheme, type StoredTheme } from './themeStore.ts'

export async function listThemes(tx: Tx) {
  const taught = await countPicks(tx)
  return (await loadThemes(tx))
    .filter(theme => !theme.mergedInto)
    .map(({ id, name, seed, retired }) => ({ id, name, retired, builtIn: seed !== null, taught: taught.get(id) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export async function addTheme(tx: Tx, name: string): Promise<string> {
  await lockTeaching(tx)
  const theme = { id: newId(), name: tidy(name), seed: null, retired: false, mergedInto: null }
  refuseSameName(theme, await loadThemes(tx))
  await saveTheme(tx, theme)
  await record(tx, 'comments.theme_created', { type: 'comment_theme', id: theme.id }, { name: theme.name })
  await themesChanged(tx)
  return theme.id
}

export async function changeTheme(
  tx: Tx,
  id: string,
  change: { name?: string | undefined; retired?: boolean | undefined },
): Promise<void> {
  await lockTeaching(tx)
  const all = await loadThemes(tx)
  const before = live(all, id)
  const after = { ...before, name: tidy(change.name ?? before.name), retired: change.retired ?? before.retired }
  refuseSameName(after, all)
  await saveTheme(tx, after)
  const told = ({ name, retired }: StoredTheme) => ({ name, retired })
  await record(tx, 'comments.theme_changed', { type: 'comment_theme', id }, { before: told(before), after: told(after) })
  await themesChanged(tx)
}

export async function mergeTheme(tx: Tx, id: string, into: string): Promise<void> {
  await lockTeaching(tx)
  if (id === into) throw badInput('into', 'A theme cannot become part of itself.')
  const all = await loadThemes(tx)
  const theme = live(all, id)
  const target = live(all, into)
  if (!target.kept) await saveTheme(tx, target)
  await saveTheme(tx, { ...theme, mergedInto: into })
  await moveLabels(tx, id, into)
  await record(tx, 'comments.theme_merged', { type: 'comment_theme', id, also: [into] }, { name: theme.name, into: target.name })
  await learnAgain(tx)
}

function live(all: readonly StoredTheme[], id: string): StoredTheme {
  const theme = all.find(one => one.id === id && !one.mergedInto)
  if (!theme) throw notFound('theme')
  return theme
}

function refuseSameName(theme: Pick<StoredTheme, 'id' | 'name'>, all: readonly StoredTheme[]): void {
  const same = all.find(other => other.id !== theme.id && !other.mergedInto && normal(other.name) === normal(theme.name))
  if (same)
    throw new AppError('already_exists', `There is a theme “${same.name}” already.`, [
      { path: 'name', message: 'Is in use already.' },
    ])
}

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ')
