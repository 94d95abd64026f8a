/** A name for scores from `from` on; `above: true` means strictly more than `from`. */
export interface Band {
  name: string
  from: number
  above?: boolean
}

/** What people call a score when no industry figures are set: above 0 good, from 50 excellent, from 70 exceptional. */
export const defaultBands: readonly Band[] = [
  { name: 'exceptional', from: 70 },
  { name: 'excellent', from: 50 },
  { name: 'good', from: 0, above: true },
]

export const belowAllBands = 'needs_work'

/** The highest band that the unrounded score reaches; `needs_work` below all of them. The order of the bands does not matter. */
export function bandOf(score: number, bands: readonly Band[] = defaultBands): string {
  const reached = bands.filter(band => (band.above ? score > band.from : score >= band.from))
  return reached.sort((a, b) => b.from - a.from)[0]?.name ?? belowAllBands
}
