import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  id: string
  timestamp: number
  signatures: string[]
  body: string
  // biome-ignore lint: a test says what it expects of a body
  json: any
}

export interface Receiver {
  url: string
  got: Received[]
  /** What it replies; 204 unless told. */
  reply: (received: Received, response: ServerResponse) => void
  stop(): Promise<void>
}

/** A real receiver of webhooks that keeps what it gets, and can be told to be difficult. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => void take(request, response))
  const receiver: Receiver = {
    url: '',
    got: [],
    reply: (_, response) => void response.writeHead(204).end(),
    stop: () => {
      server.closeAllConnections()
      return new Promise(done => server.close(() => done()))
    },
  }
  async function take(request: IncomingMessage, response: ServerResponse) {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const body = Buffer.concat(parts).toString()
    const received = {
      id: String(request.headers['webhook-id']),
      timestamp: Number(request.headers['webhook-timestamp']),
      signatures: String(request.headers['webhook-signature']).split(' '),
      body,
      json: JSON.parse(body),
    }
    receiver.got.push(received)
    receiver.reply(received, response)
  }
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
  return receiver
}

/** Checks as a receiver does, from the words of the standard alone. */
export function isSignedWith({ id, timestamp, body, signatures }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return signatures.includes(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
}
