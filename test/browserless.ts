import type { TestApp } from './app.ts'

export interface Visitor {
  /** One call with the cookies that earlier answers set, as from a page of our own. */
  call: TestApp['call']
  cookie(): string | undefined
}

/** Somebody with a browser's cookies and no API key. */
export function visitor(app: TestApp): Visitor {
  let cookie: string | undefined
  const call: TestApp['call'] = async (method, path, body, how = {}) => {
    const reply = await app.call(method, path, body, {
      ...how,
      key: how.key ?? null,
      headers: { ...(cookie && { cookie: `fullcircle_session=${cookie}` }), 'sec-fetch-site': 'same-origin', ...how.headers },
    })
    for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
      const value = /^fullcircle_session=([^;]*)/.exec(line)?.[1]
      if (value !== undefined) cookie = value || undefined
    }
    return reply
  }
  return { call, cookie: () => cookie }
}

/** The words of the mails to an address that stand in the outbox, newest first. */
export async function mailsTo(app: TestApp, address: string): Promise<{ subject: string; text: string }[]> {
  const { rows } = await app.database.pool.query(
    `select payload->>'subject' subject, payload->>'text' text from outbox where kind = 'mail' and payload->>'to' = $1 order by created_at desc`,
    [address],
  )
  return rows
}

/** The last part of the first link in a mail. */
export const tokenIn = (mail: { text: string } | undefined): string => /https?:\/\/\S+\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
