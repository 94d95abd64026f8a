import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from './db.ts'
import { toAppError } from './http/problem.ts'

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** Lets a client in and ends it in the same packet, as a PostgreSQL does that is told to stop at that moment. */
const greeting = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')),
])

let server: Server
beforeAll(async () => {
  server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(greeting))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
})
afterAll(() => new Promise(done => server.close(done)))

it('a connection that ends in the packet that opened it ends no process: whoever asked hears that the database is away', async () => {
  const { port } = server.address() as AddressInfo
  const database = openDatabase({ connection: { host: '127.0.0.1', port, user: 'nobody', database: 'none' } })
  const asked = await Promise.allSettled(
    Array.from({ length: 20 }, () => database.inSystem(tx => tx.query({ text: 'select 1' }))),
  )
  const codes = asked.map(one => (one.status === 'rejected' ? toAppError(one.reason).code : one.status))
  expect(new Set(codes)).toEqual(new Set(['unavailable']))
  await database.close()
})
