import type { Language } from './customers.ts'
import type { Random } from '../kit/random.ts'
import { arabic } from './sayings/sayingsArabic.ts'
import { english } from './sayings/sayingsEnglish.ts'
import { german } from './sayings/sayingsGerman.ts'
import type { Sayings, DemoTheme } from './sayings/sayings.ts'

const languages: Record<Language, Sayings> = { en: english, de: german, ar: arabic }

export type Mood = 'bad' | 'soso' | 'good'

/** Something that a person in this mood might write about a theme. */
export function commentOn(theme: DemoTheme, mood: Mood, language: Language, random: Random): string {
  const said = languages[language]
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => random.pick(said.fill[slot]!))
  if (mood === 'soso') return capital(fill(random.pick(said.soso)))
  const body = capital(fill(random.pick(said.themes[theme][mood])))
  const opening = random.chance(0.35) ? random.pick(said.opening[mood]) : undefined
  const ending = random.chance(0.4) ? random.pick(said.ending[mood]) : undefined
  return [opening ? joined(opening, body) : body, ending].filter(Boolean).join(' ')
}

// After “Sorry, but” the sentence goes on in small letters, unless it begins with what is always capital.
const joined = (opening: string, body: string): string =>
  /(but|and)$/.test(opening) && !/^(I |I’|“)/.test(body)
    ? `${opening} ${body[0]!.toLowerCase()}${body.slice(1)}`
    : `${opening} ${body}`

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)
