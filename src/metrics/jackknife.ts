/** A score with one answer left out, and how many answers leave exactly this score when they are. */
export interface LeaveOneOutScore {
  value: number
  times: number
}

/** Standard error by the jackknife, √((n − 1)/n · Σ(θ₍ᵢ₎ − θ̄)²) over all answers (B. Efron, The Jackknife, 1982). */
export function jackknifeError(scores: readonly LeaveOneOutScore[]): number {
  const sum = (term: (one: LeaveOneOutScore) => number) => scores.reduce((all, one) => all + one.times * term(one), 0)
  const n = sum(() => 1)
  const mean = sum(({ value }) => value) / n
  return Math.sqrt(((n - 1) / n) * sum(({ value }) => (value - mean) ** 2))
}
