const RealDate = Date
let ahead = 0

/**
 * Moves the time of this process forward, for the product and for the test: what would be waited for is now. Timers and the clock of the
 * database stay as they are, and so does all time after `moveBack`.
 */
export function moveAhead(ms: number): void {
  ahead += ms
  globalThis.Date = Shifted
}

export function moveBack(): void {
  ahead = 0
  globalThis.Date = RealDate
}

const now = () => RealDate.now() + ahead

const Shifted = new Proxy(RealDate, {
  construct: (target, all, newTarget) => Reflect.construct(target, all.length > 0 ? all : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
