/**
 * A port: what an upper room needs from a lower one. The upper room declares it, `app/server/ports.ts` fills it.
 * Calling an unfilled port is a programming error, unless the port was given a fallback.
 */
export interface Port<F extends (...args: never[]) => unknown> {
  call: F
  fill(fn: F): void
}

export function definePort<F extends (...args: never[]) => unknown>(name: string, fallback?: F): Port<F> {
  let filled: F | undefined = fallback
  const call = ((...args: never[]) => {
    if (!filled) throw new Error(`Port ${name} is not filled; see app/server/ports.ts`)
    return filled(...args)
  }) as F
  return { call, fill: fn => void (filled = fn) }
}

/** A port that many rooms may fill (search sources, erasers): callers loop over `all()`. */
export interface ManyPort<T> {
  all(): readonly T[]
  add(item: T): void
}

export function defineManyPort<T>(): ManyPort<T> {
  const items: T[] = []
  return { all: () => items, add: item => void items.push(item) }
}
