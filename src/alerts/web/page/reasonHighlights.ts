import type { Highlight } from '../../../kit/web/ui/highlightPieces.ts'
import type { AlertDetail } from '../../contract.ts'
import { cueWords } from '../../reasonWords.ts'

type Marks = AlertDetail['voice'][number]['marks']

/** The words that made the rule fire, as marks in the text. A threat or a wish to be called is told before the single words in it. */
export function reasonHighlights(marks: Marks): (Highlight & { why: string })[] {
  const kept: (Highlight & { why: string })[] = []
  for (const { start, end, why } of [...marks].sort((a, b) => rank(a.why) - rank(b.why) || a.start - b.start))
    if (!kept.some(mark => start < mark.end && end > mark.start)) kept.push({ start, end, why: cueWords(why), tone: toneOf(why) })
  return kept.sort((a, b) => a.start - b.start)
}

const ranks = [/^threat/, /^asks to be/, /^“/, /complaint|praise|change/]

function rank(why: string): number {
  const at = ranks.findIndex(pattern => pattern.test(why))
  return at < 0 ? ranks.length : at
}

function toneOf(why: string): Highlight['tone'] {
  if (/praise/.test(why)) return 'good'
  return /^asks|^theme/.test(why) ? 'risk' : 'bad'
}
