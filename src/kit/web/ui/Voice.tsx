import { cx } from '../cx.ts'

/** A passage that says something: as `evidence` of a comment's reading, in characters of the text. */
export interface Mark {
  start: number
  end: number
  tone?: 'bad' | 'risk' | 'good'
  /** Its number in the list beside the text. */
  n?: number
  why?: string
}

export interface VoiceProps {
  text: string
  marks?: readonly Mark[]
  /** The language it was written in, when it is known. */
  lang?: string
  size?: 'quote' | 'read'
  /** In a list: this many lines, the rest is cut. */
  lines?: 1 | 2 | 3
  className?: string
}

const clamp = { 1: 'line-clamp-1', 2: 'line-clamp-2', 3: 'line-clamp-3' }

/** A customer's own words: serif, never in a box, and in their own direction of writing. */
export function Voice({ text, marks = [], lang, size = 'quote', lines, className }: VoiceProps) {
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

interface Piece {
  start: number
  text: string
  mark?: Mark
}

/** The text cut at its marks; of marks that overlap the first one counts. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end <= mark.start) continue
    if (mark.start > at) pieces.push({ start: at, text: text.slice(at, mark.start) })
    pieces.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  return at < text.length ? [...pieces, { start: at, text: text.slice(at) }] : pieces
}
