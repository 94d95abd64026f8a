export interface Organisation {
  org: string
  key: string
  survey: string
  // biome-ignore lint: a bench says what it expects of a body
  call(method: 'GET' | 'POST', path: string, body?: object | string): Promise<any>
}

/** Northwind Water with four regions of ten units each, and a live survey that asks one question, or more. */
export async function openOrganisation(url: string, more: readonly object[] = []): Promise<Organisation> {
  let key = ''
  const call: Organisation['call'] = async (method, path, body) => {
    const text = typeof body === 'string'
    const headers = {
      ...(body !== undefined && { 'content-type': text ? 'text/csv' : 'application/json' }),
      ...(key && { authorization: `Bearer ${key}` }),
    }
    const sent = body === undefined ? {} : { body: text ? body : JSON.stringify(body) }
    const reply = await fetch(`${url}/api/v1${path}`, { method, headers, ...sent })
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`)
    return reply.json()
  }
  const olga = { org: 'Northwind Water', name: 'Olga', email: 'olga@northwind.example', password: 'correct horse battery' }
  const { orgId, apiKey } = await call('POST', '/setup', olga)
  key = apiKey
  const units = Array.from({ length: 4 }, (_, r) => [
    `r${r},,Region ${r}`,
    ...Array.from({ length: 10 }, (__, u) => `r${r}u${u},r${r},Unit ${r}.${u}`),
  ])
  await call('POST', '/units/import', `unit,parent,name\n${units.flat().join('\n')}\n`)
  const questions = [{ id: 'nps', kind: 'nps', prompt: 'How likely are you to recommend us?' }, ...more]
  const { id } = await call('POST', '/surveys', { name: 'Visit', locale: 'en', questions })
  await call('POST', `/surveys/${id}/publish`, {})
  return { org: orgId, key, survey: id, call }
}
