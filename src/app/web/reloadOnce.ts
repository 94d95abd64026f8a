const key = 'fc.reloaded'

/**
 * A page that cannot be fetched was most likely replaced by a new version: loading the console anew finds it. Once in
 * ten seconds, so that what is really missing is said rather than asked for again and again.
 */
export function reloadOnce(error: unknown): Promise<never> {
  const last = Number(sessionStorage.getItem(key) ?? 0)
  if (!navigator.onLine || Date.now() - last < 10_000) throw error
  sessionStorage.setItem(key, String(Date.now()))
  location.reload()
  return new Promise(() => {})
}
