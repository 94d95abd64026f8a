import { lexicons } from './words/lexicons.ts'
import { tokensOf } from './words/tokens.ts'

/** Words that nearly every sentence of a language holds; those that two languages share count for both. */
const common: Record<string, string> = {
  en: `the and of to is was were in it for on that this with you not are be have had has my they we but at as so me very what would from
    there been all just when could their your our i he she him her them do did no if or an by who which should more good great nothing staff
    service thank thanks everything always a me us more out up one two then than about time after before has its it's told got get
    still only over again first same why how nobody somebody like will can please call cancel`,
  de: `der die das und ist nicht ich es ein eine zu mit war auf für den dem sich auch sehr wir sie hat wurde wird aber man mir mich bei von
    im nach kein keine alles nur noch wenn oder einen haben hatte waren gut immer vielen dank
    leider niemand zum zur vom beim kam habe mehr schon weil dass wie sind ihr ihnen diese dieser dann bitte mal doch danke hiermit`,
  fr: `le la les et est un une des du de je que qui pas pour dans ce il elle nous vous sur très avec plus au aux ne mais été était sont
    mon ma mes leur tout c'est j'ai trop bien merci toujours personnel votre notre mauvais mauvaise vais suis veux rien`,
  es: `el la los las y es un una de que en no por con para se me muy lo su al del pero más todo fue está son mi como ha han hay gracias
    bien siempre nada cuando tiempo mal mala malo bueno buena servicio excelente a voy quiero quisiera favor yo pésimo pésima usted ustedes estoy nunca contrato`,
  it: `il lo la gli le e è un una di che non per con sono mi si molto del della nel alla ma più tutto stato ho ha anche come questo grazie
    bene sempre dei delle personale servizio ottimo ottima pessimo pessima buono buona mai`,
  nl: `de het een en is niet ik van te dat met voor was op zijn er maar aan ook heel zeer goed we ze bij wordt werd geen naar mij mijn
    alles heb heeft door over dank altijd`,
  pt: `o a os as e é um uma de que não em para com por se me muito do da no na mas mais foi são meu minha tudo ao está tem obrigado
    obrigada bem sempre atendimento favor serviço ótimo ótima péssimo péssima nunca contrato`,
  pl: `nie to się w na z jest i do że bardzo był była ale jak co za od po tak mi dla są było wszystko przez tylko już mnie`,
  sv: `och det att i en är som på inte jag för med av till den har de var mycket men ett om vi så kan från bra alltid`,
  da: `og det at i en er som på ikke jeg for med af til den har de var meget men et om vi så kan fra godt altid`,
  tr: `ve bir bu çok için ile ama da de ne değil gibi daha var yok ben biz olarak her şey iyi teşekkürler`,
}

const marks: readonly [RegExp, string][] = [
  [/ß/g, 'de'],
  [/[äöü]/g, 'de'],
  [/[ñ¿¡]|(?<!\p{L})ll/gu, 'es'],
  [/[ãõ]|ção|ções/g, 'pt'],
  [/[œêèçù]|\b[ldjqn]'/g, 'fr'],
  [/[łąęśźżń]/g, 'pl'],
  [/[ışğ]/g, 'tr'],
  [/å/g, 'sv'],
  [/[æø]/g, 'da'],
  [/ij|[ou]e\b|aa[rnkt]/g, 'nl'],
  [/zione|gli|[àìò]\b/g, 'it'],
  [/\b\w+(?:ung|keit|lich|isch|schen)\b/g, 'de'],
  [/\b\w+(?:ing|ness|ful|ght)\b/g, 'en'],
  [/\b\w+(?:ción|mente)\b/g, 'es'],
  [/\b\w+(?:eux|euse|ment)\b/g, 'fr'],
]

const scripts: readonly [RegExp, string][] = [
  [/[پچژگیک]{1}.*[\u0600-\u06ff]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
]

const languagesOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(common))
  for (const word of words.trim().split(/\s+/)) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

/** A word of praise or complaint speaks for its language, less than a word that every sentence holds. */
const IN_LEXICON = 0.5
/** Only the beginning is looked at: a language shows within a few lines. */
const LOOKED_AT = 400
/** So many common words more than any other language has, and nothing else needs to be looked at. */
const CLEAR = 3

/**
 * The language of a text as a two-letter code (ISO 639-1). What says nothing by itself ("Ok", "10/10") is taken for
 * `fallback`: the language of the questionnaire, or English.
 */
export function detectLanguage(text: string, fallback = 'en'): string {
  const head = text.slice(0, LOOKED_AT).toLowerCase()
  if (!/\p{L}/u.test(head)) return fallback
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(head)) {
    const letters = head.match(/\p{L}/gu)?.length ?? 0
    const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0
    if (latin < letters / 2) return scripts.find(([script]) => script.test(head))?.[1] ?? fallback
  }
  return latinLanguage(head, fallback)
}

/** A part must be so long that its language is no guess. */
const TELLING = 3
const MOST_PARTS = 40

/** The languages in which whole sentences, or words of another script, of a text are written; for a note, not for reading. */
export function languagesIn(text: string): string[] {
  const parts = text.split(
    /[.!?;,\n؟،]+|(?<=\p{Script=Arabic})\s+(?=\p{Script=Latin})|(?<=\p{Script=Latin})\s+(?=\p{Script=Arabic})/u,
  )
  const told = parts.slice(0, MOST_PARTS).filter(part => (part.match(/\p{L}{2,}/gu)?.length ?? 0) >= TELLING)
  return [...new Set(told.map(part => detectLanguage(part, '')))].filter(Boolean)
}

function latinLanguage(head: string, fallback: string): string {
  const found = commonWords(head)
  const clear = ranked(found)
  if (clear[0] && clear[0][1] - (clear[1]?.[1] ?? 0) >= CLEAR) return clear[0][0]
  for (const [mark, language] of marks) add(found, language, 0.45 * (head.match(mark)?.length ?? 0))
  const [best, second] = ranked(found)
  if (!best || best[1] < 0.9 || (second && second[1] === best[1] && best[0] !== fallback)) return fallback
  return best[0]
}

function commonWords(head: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { word } of tokensOf(head)) {
    const languages = languagesOf.get(word)
    for (const language of languages ?? []) add(found, language, 1 / Math.sqrt(languages!.length))
    for (const [language, { words }] of lexicons) if (words.has(word)) add(found, language, IN_LEXICON)
  }
  return found
}

const add = (found: Map<string, number>, language: string, weight: number) =>
  found.set(language, (found.get(language) ?? 0) + weight)
const ranked = (found: ReadonlyMap<string, number>) => [...found].sort((a, b) => b[1] - a[1])

/** Its English name, for people: `pl` is "Polish". */
export const languageName = (code: string, locale = 'en'): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
