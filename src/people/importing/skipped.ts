/** A line of a file that was left out, and why. */
export interface SkippedLine {
  line: number
  reason: string
}

/** What an import did, or would do. `updated` counts only what really changed. */
export interface ImportCount {
  created: number
  updated: number
  unchanged: number
  skipped: SkippedLine[]
}

export const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`

export const byLine = (a: SkippedLine, b: SkippedLine): number => a.line - b.line
