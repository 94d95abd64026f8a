import { cx } from '../cx.ts'
import { type Highlight, piecesOf } from './highlightPieces.ts'

export type { Highlight }

export interface VoiceProps {
  text: string
  marks?: readonly Highlight[]
  /** The language it was written in, when it is known. */
  lang?: string
  size?: 'quote' | 'read'
  /** In a list: this many lines, the rest is cut. */
  lines?: 1 | 2 | 3
  className?: string
}

const clamp = { 1: 'line-clamp-1', 2: 'line-clamp-2', 3: 'line-clamp-3' }

/** A customer's own words: serif, never in a box, and in their own direction of writing. */
export function CustomerQuote({ text, marks = [], lang, size = 'quote', lines, className }: VoiceProps) {
  return (
    <p
      lang={lang}
      dir="auto"
      className={cx(
        'voice max-w-measure font-serif text-pretty whitespace-pre-line',
        size === 'quote' ? 'text-quote' : 'text-read',
        lines && clamp[lines],
        className,
      )}
    >
      {piecesOf(text, marks).map(piece =>
        piece.mark ? (
          <mark key={piece.start} data-tone={piece.mark.tone ?? 'bad'} title={piece.mark.why}>
            {piece.text}
            {piece.mark.n !== undefined && (
              <sup className="ms-0.5 font-sans text-[.625rem] font-strong text-ink-2">{piece.mark.n}</sup>
            )}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}
