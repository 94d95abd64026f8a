import { connect, type Socket } from 'node:net'

/** One keep-alive connection that sends requests one after the other. Bare sockets: the load must not cost what it measures. */
class Client {
  readonly #socket: Socket
  #text = ''
  #done: ((status: number) => void) | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', chunk => this.#read(chunk.toString('latin1')))
    socket.on('error', () => this.#done?.(0))
  }

  static open(port: number): Promise<Client> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Client(socket))).once('error', reject)
    })
  }

  send(request: string): Promise<number> {
    return new Promise(done => {
      this.#done = done
      this.#socket.write(request)
    })
  }

  #read(text: string): void {
    this.#text += text
    const end = this.#text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(this.#text.slice(0, end))?.[1] ?? 0)
    if (this.#text.length < end + 4 + length) return
    const status = Number(this.#text.slice(9, 12))
    this.#text = this.#text.slice(end + 4 + length)
    this.#done?.(status)
  }

  close(): void {
    this.#socket.destroy()
  }
}

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  statuses: Record<number, number>
}

interface Load {
  port: number
  clients: number
  seconds: number
  request: () => string
  /** Requests a second, spread evenly; as many as possible when absent. */
  rate?: number
}

/** Sends requests over so many connections. With a rate, each waits for its turn, and its latency counts from then. */
export async function load({ port, clients, seconds, request, rate }: Load): Promise<Measured> {
  const open = await Promise.all(Array.from({ length: clients }, () => Client.open(port)))
  const latencies: number[] = []
  const statuses: Record<number, number> = {}
  const start = performance.now()
  const end = start + seconds * 1000
  let turn = 0
  await Promise.all(
    open.map(async client => {
      for (;;) {
        const due = rate ? start + (turn++ * 1000) / rate : performance.now()
        if (due >= end || performance.now() >= end) return
        const wait = due - performance.now()
        if (wait > 0) await new Promise(go => setTimeout(go, wait))
        const status = await client.send(request())
        latencies.push(performance.now() - due)
        statuses[status] = (statuses[status] ?? 0) + 1
      }
    }),
  )
  for (const client of open) client.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
  return { perSecond: latencies.length / ((performance.now() - start) / 1000), p50: at(0.5), p99: at(0.99), statuses }
}
