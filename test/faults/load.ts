import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'

/** One kind of work that clients keep sending. Every piece has a mark of its own, which is also its Idempotency-Key. */
export interface Kind {
  name: string
  path: string
  type: 'application/json' | 'text/csv'
  body(mark: string): string
  clients: number
  /** Milliseconds that a client rests after each piece. */
  restMs?: number
}

export interface Load {
  /** Marks that the product confirmed, by kind. */
  acknowledged: Map<string, string[]>
  /** How often each status was answered; 0 stands for no answer. */
  statuses: Map<number, number>
  /** Answers that no client should have to read. */
  wrong: string[]
  /** How many were confirmed so far. */
  count(): number
  /** Lets every client finish the piece it has begun, and waits for it. */
  finish(): Promise<void>
}

/** Clients as they should be: who hears nothing, or 503, sends the same piece again until it is confirmed. */
export function startLoad(url: string, apiKey: string, kinds: readonly Kind[]): Load {
  const load = {
    acknowledged: new Map(kinds.map(kind => [kind.name, [] as string[]])),
    statuses: new Map(),
    wrong: [] as string[],
  }
  let finishing = false
  const client = async (kind: Kind) => {
    while (!finishing) {
      const mark = `${kind.name}-${randomUUID()}`
      while (!(await attempt(url, apiKey, kind, mark, load))) await sleep(25)
      load.acknowledged.get(kind.name)!.push(mark)
      if (kind.restMs) await sleep(kind.restMs)
    }
  }
  const clients = Promise.all(kinds.flatMap(kind => Array.from({ length: kind.clients }, () => client(kind))))
  // Handled where it is awaited.
  clients.catch(() => {})
  return {
    ...load,
    count: () => [...load.acknowledged.values()].reduce((sum, marks) => sum + marks.length, 0),
    finish: async () => {
      finishing = true
      await clients
    },
  }
}

async function attempt(url: string, apiKey: string, kind: Kind, mark: string, load: Pick<Load, 'statuses' | 'wrong'>) {
  const { status, text, headers } = await post(url, apiKey, kind, mark)
  load.statuses.set(status, (load.statuses.get(status) ?? 0) + 1)
  if (status === 200 || status === 201) return true
  const clear = status === 0 || (status === 503 && headers?.get('retry-after') && JSON.parse(text).code === 'unavailable')
  if (clear) return false
  load.wrong.push(`${kind.name}: ${status} ${text.slice(0, 300)}`)
  throw new Error(`A client was answered ${load.wrong.at(-1)}`)
}

async function post(url: string, apiKey: string, kind: Kind, mark: string) {
  try {
    const reply = await fetch(`${url}/api/v1${kind.path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': kind.type, 'idempotency-key': mark },
      body: kind.body(mark),
      signal: AbortSignal.timeout(20_000),
    })
    return { status: reply.status, text: await reply.text(), headers: reply.headers }
  } catch {
    // Cut off: whether it was done, only asking again can tell.
    return { status: 0, text: '', headers: undefined }
  }
}
