import { setImmediate as otherWork } from 'node:timers/promises'
import { record } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { enqueue } from '../../kit/server/queue.ts'
import { notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import { textKey } from '../words/tokens.ts'
import { countLabels, labelsToLearn, lockTeaching, saveLabels, undoLabel, type NewLabel } from './labelStore.ts'
import { trainInWorker } from './trainInWorker.ts'
import { MOST_LABELS } from './model.ts'
import { saveModel } from './modelStore.ts'
import { readAgain } from './jobs.ts'
import { loadThemes, normal, saveTheme } from './themeStore.ts'

export interface TaughtLabel {
  text: string
  language?: string | undefined
  negative?: boolean | null | undefined
  themes?: string[] | null | undefined
}

const IDS_TOLD = 50
/** So many comments are looked at before other requests get their turn. */
const BREATH = 200
const NO_WORDS = textKey('')

/** Writes what was said of comments and learns from it at once: whoever asks after this reads by it. */
export async function teach(tx: Tx, items: readonly TaughtLabel[]) {
  await lockTeaching(tx)
  const themes = await themesNamed(
    tx,
    items.flatMap(item => item.themes ?? []),
  )
  const words = new Map<string, NewLabel>()
  for (const [i, item] of items.entries()) {
    if (i % BREATH === BREATH - 1) await otherWork()
    const word = wordOf(item, themes)
    if (word.key === NO_WORDS) continue
    const known = words.get(word.key)
    words.set(word.key, {
      ...word,
      negative: word.negative ?? known?.negative ?? null,
      themes: word.themes ?? known?.themes ?? null,
    })
  }
  const ids = await saveLabels(tx, [...words.values()])
  await record(tx, 'comments.taught', { type: 'org', id: tx.org }, { labels: words.size, themes: themes.size })
  await learnAgain(tx)
  return { taught: words.size, labels: await countLabels(tx), themes: [...themes.values()], ids: ids.slice(0, IDS_TOLD) }
}

function wordOf({ text, language, negative, themes }: TaughtLabel, known: ReadonlyMap<string, { id: string }>): NewLabel {
  const ids = themes?.map(name => known.get(normal(name))!.id)
  return {
    key: textKey(text),
    text,
    language: language ?? null,
    negative: negative ?? null,
    themes: ids ? [...new Set(ids)] : null,
  }
}

/** Themes by name; a name that nobody used yet becomes one. A retired one that is picked again is taken up again. */
async function themesNamed(tx: Tx, names: readonly string[]) {
  const all = await loadThemes(tx)
  const byName = new Map(all.filter(theme => !theme.mergedInto).map(theme => [normal(theme.name), theme]))
  const found = new Map<string, { id: string; name: string; created: boolean }>()
  for (const name of names) {
    const key = normal(name)
    if (found.has(key)) continue
    const known = byName.get(key)
    const theme = known ?? {
      id: newId(),
      name: name.trim().replace(/\s+/g, ' '),
      seed: null,
      mergedInto: null,
      retired: false,
      kept: false,
    }
    if (!theme.kept || theme.retired) await saveTheme(tx, { ...theme, retired: false })
    found.set(key, { id: theme.id, name: theme.name, created: !known })
  }
  return found
}

/** Rules from all labels there are now. To be called with teaching locked. */
export async function learnAgain(tx: Tx): Promise<void> {
  const labels = await labelsToLearn(tx, MOST_LABELS)
  const examples = labels.map(({ text, language, negative, themes }) => ({
    text,
    language: language ?? undefined,
    negative: negative ?? undefined,
    themes: themes ?? undefined,
  }))
  await reread(tx, await saveModel(tx, labels.length > 0 ? await trainInWorker(examples) : null))
}

/** After a change of names or of what is in use: the rules stay, what was read is read again. */
export const themesChanged = async (tx: Tx): Promise<void> => reread(tx, await saveModel(tx, undefined))

async function reread(tx: Tx, version: number): Promise<void> {
  await enqueue(tx, readAgain, { version }, { key: String(version) })
  announce(tx, 'comments', tx.org)
}

export async function untaught(tx: Tx, id: string): Promise<void> {
  await lockTeaching(tx)
  if (!(await undoLabel(tx, id))) throw notFound('label')
  await record(tx, 'comments.untaught', { type: 'org', id: tx.org }, { label: id })
  await learnAgain(tx)
}
