/** Where somebody wanted to go before they were asked to sign in: a page of ours, nothing else. */
export function pathAfterSignIn(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/'
  const url = URL.parse(to, location.origin)
  return url?.origin === location.origin && to.startsWith('/') ? url.pathname + url.search + url.hash : '/'
}

/** Opens the console anew: nothing that was read before signing in stays. */
export const openConsole = (to = pathAfterSignIn(location.search)): void => location.assign(to)
