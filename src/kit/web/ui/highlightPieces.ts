/** A passage that says something: as `evidence` of a comment's reading, in characters of the text. */
export interface Highlight {
  start: number
  end: number
  tone?: 'bad' | 'risk' | 'good'
  /** Its number in the list beside the text. */
  n?: number
  why?: string
}

interface HighlightPiece {
  start: number
  text: string
  mark?: Highlight
}

/** The text cut at its marks; of marks that overlap the first one counts. */
export function piecesOf(text: string, marks: readonly Highlight[]): HighlightPiece[] {
  const pieces: HighlightPiece[] = []
  let at = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end <= mark.start) continue
    if (mark.start > at) pieces.push({ start: at, text: text.slice(at, mark.start) })
    pieces.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  return at < text.length ? [...pieces, { start: at, text: text.slice(at) }] : pieces
}
