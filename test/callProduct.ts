/** One call of the API of a running product; throws when it is refused. Strings go as `type`, all else as JSON. */
export async function callProduct(
  { url, key }: { url: string; key: string },
  method: string,
  path: string,
  body?: unknown,
  type = typeof body === 'string' ? 'text/csv' : 'application/json',
) {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  // biome-ignore lint: a test says what it expects of a body
  return (await reply.json()) as any
}
