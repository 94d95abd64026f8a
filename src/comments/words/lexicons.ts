import { arabic } from './lexiconArabic.ts'
import { english } from './lexiconEnglish.ts'
import { german } from './lexiconGerman.ts'
import type { Lexicon } from './lexicon.ts'

/** The languages whose words are known before anybody taught anything. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['en', english],
  ['de', german],
  ['ar', arabic],
])
