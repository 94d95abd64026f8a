import type { Model } from '../src/comments/reading.ts'
import { seedThemes } from '../src/comments/seedThemes.ts'

/** How comments are read before anybody has taught anything. */
export const untaught: Model = {
  version: 0,
  themes: seedThemes.map(({ key, name }) => ({ id: key, name, seed: key })),
  learned: undefined,
  picked: new Map(),
  seeds: true,
}
