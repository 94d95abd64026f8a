/**
 * A port: what an upper room needs from a lower one. The upper room declares it, each room that fills it says so in its `room.ts`.
 * Calling an unfilled port is a programming error, unless the port was given a fallback. `docs/ports.md` lists them all.
 */
export interface Port<F extends (...args: never[]) => unknown> {
  call: F
  /** At once: for settings that are known when the product is opened. */
  fill(fn: F): void
  /** As a room says it in its `fills`. */
  by(fn: F): Fill
}

/** One port filled by one room. */
export interface Fill {
  port: string
  apply(): void
}

export function definePort<F extends (...args: never[]) => unknown>(name: string, fallback?: F): Port<F> {
  let filled: F | undefined = fallback
  const call = ((...args: never[]) => {
    if (!filled) throw new Error(`Port ${name} is not filled: the room that does it names it in its room.ts`)
    return filled(...args)
  }) as F
  const fill = (fn: F) => void (filled = fn)
  return { call, fill, by: fn => ({ port: name, apply: () => fill(fn) }) }
}

/** A port that many rooms may fill (search sources, erasers): callers loop over `all()`. */
export interface ManyPort<T> {
  all(): readonly T[]
  by(item: T): Fill
}

export function defineManyPort<T>(name: string): ManyPort<T> {
  const items = new Set<T>()
  // Tests open several products in one process: the same item counts once.
  return { all: () => [...items], by: item => ({ port: name, apply: () => void items.add(item) }) }
}

/** A place in an upper room's page for one thing of a lower room; empty until a room fills it. */
export interface Slot<T> {
  readonly filled: T | undefined
  by(item: T): Fill
}

export function defineSlot<T>(name: string): Slot<T> {
  let item: T | undefined
  return {
    get filled() {
      return item
    },
    by: given => ({ port: name, apply: () => void (item = given) }),
  }
}
