import { t } from '../../kit/i18n.ts'
import type { Highlight } from '../../kit/web/ui/highlightPieces.ts'
import type { ReadingReply } from '../contract.ts'
import type { CueKind } from '../reading.ts'

const tones: Record<Exclude<CueKind, 'theme'>, Highlight['tone']> = {
  leaving: 'bad',
  call: 'risk',
  complaint: 'bad',
  praise: 'good',
  wish: 'risk',
}

// A threat is told before the single words in it.
const order = Object.keys(tones)

const words = (kind: CueKind): string =>
  ({
    leaving: t('threatens to leave'),
    call: t('asks to be called'),
    complaint: t('complaint'),
    praise: t('praise'),
    wish: t('asks for a change'),
    theme: t('theme'),
  })[kind]

/** The words that made it decide, as marks in the text. Themes are told beside it: they would cover the words of praise and complaint. */
export function highlightsOf({ evidence }: Pick<ReadingReply, 'evidence'>, within = Number.POSITIVE_INFINITY): Highlight[] {
  const kept: Highlight[] = []
  const ranked = evidence
    .filter(({ kind, end }) => kind !== 'theme' && end <= within)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  for (const { start, end, kind, why } of ranked) {
    if (kept.some(mark => start < mark.end && end > mark.start)) continue
    const tone = tones[kind as keyof typeof tones]
    kept.push({
      start,
      end,
      why: why.startsWith('learned') ? t('{why}, as taught', { why: words(kind) }) : words(kind),
      ...(tone && { tone }),
    })
  }
  return kept
}

/** The words of a theme in the text: “waited”, “queue”. */
export const wordsOf = (text: string, { evidence }: Pick<ReadingReply, 'evidence'>, name: string): string[] => [
  ...new Set(evidence.filter(({ why }) => why === `theme: ${name}`).map(({ start, end }) => text.slice(start, end))),
]
