/** Ends this session here and on the server; whatever was read goes with the page. */
export async function signOut(): Promise<void> {
  await fetch('/api/v1/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  location.assign('/sign-in')
}
