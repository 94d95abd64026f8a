import type { Tx } from '../../kit/server/db.ts'
import { findByToken, type OpenLink } from './linkStore.ts'

// As with surveys (published.ts): remembered for a moment, forgotten at once where it is changed; intake asks the database again anyway.
const REMEMBERED_MS = 2_000
const MOST = 5_000
const links = new Map<string, { at: number; link: OpenLink }>()

/** The open link of a token. What is no link is asked for each time. */
export async function findOpenLink(tx: Tx, token: string): Promise<OpenLink | undefined> {
  const known = links.get(token)
  if (known && Date.now() - known.at < REMEMBERED_MS) return known.link
  const link = await findByToken(tx, token)
  if (!link) return undefined
  if (links.size >= MOST) links.clear()
  links.set(token, { at: Date.now(), link })
  return link
}

export function forgetLink(tx: Tx, token: string): void {
  links.delete(token)
  tx.afterCommit(() => void links.delete(token))
}
