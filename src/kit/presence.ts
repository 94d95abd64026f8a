/** Who was heard last when, by login. */
export type Heard = Readonly<Record<string, { name: string; at: number }>>

/** Two beats and a little: one may be lost on the way. */
const FORGOTTEN_MS = 40_000

export function hears(heard: Heard, said: { user: string; name: string; leaving: boolean }, now: number): Heard {
  const { [said.user]: _before, ...others } = here(heard, now)
  return said.leaving ? others : { ...others, [said.user]: { name: said.name, at: now } }
}

/** Those who are still there. */
export const here = (heard: Heard, now: number): Heard =>
  Object.fromEntries(Object.entries(heard).filter(([, { at }]) => now - at < FORGOTTEN_MS))
