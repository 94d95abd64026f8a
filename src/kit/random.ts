/** Chance that is the same each time: one seed, one sequence. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  below(n: number): number
  chance(p: number): boolean
  pick<T>(from: readonly T[]): T
  /** Normally distributed around 0 with spread 1. */
  normal(): number
}

/** mulberry32: small, quick, and even enough for simulations and stories; not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    chance: p => next() < p,
    pick: from => from[below(from.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
