/** What happened in these eighteen months, as a shift of how content people are (1 = one spread). */
export const DAYS = 548
/** A burst main, and weeks of wrong bills after it: this many days ago. */
export const EVENT_DAYS_AGO = 130

interface Where {
  region: string
  depot: string
  daysAgo: number
}

export function contentment({ region, depot, daysAgo }: Where): number {
  return 0.63 + regional(region, daysAgo) + (particular[depot] ?? spread(depot))
}

function regional(region: string, daysAgo: number): number {
  const past = 1 - daysAgo / DAYS
  if (region === 'northmoor') return daysAgo > EVENT_DAYS_AGO ? 0.2 : -1.4 + 0.5 * (1 - daysAgo / EVENT_DAYS_AGO)
  // Customers there are told by text when somebody comes, depot after depot.
  if (region === 'westbay') return -0.45 + 1.0 * past
  return region === 'eastfell' ? 0.05 : 0.15
}

const particular: Record<string, number> = { saltmouth: -0.4, kelby: -0.15, amberley: 0.4 }

// Every depot has its own ways; the same ones each time.
const spread = (depot: string): number =>
  (([...depot].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100) / 100 - 0.5) * 0.4

const npsCuts = [-1.6, -1.35, -1.15, -0.95, -0.7, -0.45, -0.2, 0.1, 0.45, 0.9]
const starCuts = [-1.2, -0.8, -0.2, 0.5]

const above = (cuts: readonly number[], felt: number): number => cuts.filter(cut => felt > cut).length

/** How somebody who feels like this answers on 0–10 and on five stars. */
export const npsOf = (felt: number): number => above(npsCuts, felt)
export const starsOf = (felt: number): number => 1 + above(starCuts, felt)
