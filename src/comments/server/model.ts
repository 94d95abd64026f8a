import type { Tx } from '../../kit/server/db.ts'
import { fromBytes } from '../trainedClassifier.ts'
import { type Model, type ExactLabel, readComment, type Reading } from '../reading.ts'
import { picks } from './labelStore.ts'
import { loadLearned, modelVersion } from './modelStore.ts'
import { loadThemes } from './themeStore.ts'

/** Most labels that rules are learned from. */
export const MOST_LABELS = 10_000
/** Themes taught so often are the organisation's own set: the product's, which nobody picked, step aside. */
const OWN_THEMES = 30
const KEPT = 40

const held = new Map<string, Model>()

/**
 * What this organisation's comments are read with. Costs one indexed read of a number while nothing was taught since; every node
 * reads with the same. To be called in the transaction that uses it.
 */
export async function modelFor(tx: Tx): Promise<Model> {
  const version = await modelVersion(tx)
  const known = held.get(tx.org)
  if (known?.version === version) return hold(tx.org, known)
  const model = await loadModel(tx, version)
  tx.afterCommit(() => void hold(tx.org, model))
  return model
}

/** One comment, as this organisation reads it. */
export const readWith = async (tx: Tx, text: string, language?: string): Promise<Reading> =>
  readComment(await modelFor(tx), text, language)

// LRU cache of models by organisation: the least recently used one is dropped.
function hold(org: string, model: Model): Model {
  const newer = (held.get(org)?.version ?? -1) > model.version
  if (newer) return model
  held.delete(org)
  held.set(org, model)
  if (held.size > KEPT) held.delete(held.keys().next().value!)
  return model
}

async function loadModel(tx: Tx, version: number): Promise<Model> {
  const themes = await loadThemes(tx)
  const picked = new Map<string, ExactLabel>()
  const bytes = version > 0 ? await loadLearned(tx) : null
  let themed = 0
  for (const { key, negative, themes: ids } of version > 0 ? await picks(tx, MOST_LABELS) : []) {
    if (ids) themed++
    picked.set(key, { negative: negative ?? undefined, themes: ids ?? undefined })
  }
  return {
    version,
    themes: themes.filter(theme => !theme.retired && !theme.mergedInto).map(({ id, name, seed }) => ({ id, name, seed })),
    learned: bytes ? fromBytes(bytes) : undefined,
    picked,
    seeds: themed < OWN_THEMES,
  }
}
