import { BlockList } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Receiver, startReceiver } from '../../../test/receiver.ts'
import { networksFrom } from './addresses.ts'
import { postWebhook, AddressRefused } from './postWebhook.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.stop())

const call = (url: string, allowed = new BlockList(), timeoutMs = 5000) =>
  postWebhook({ url, headers: {}, body: '{}', timeoutMs, allowed })
const port = () => new URL(receiver.url).port

test('a name that leads inside is refused after its lookup, before any connection', async () => {
  await expect(call(`https://localhost:${port()}/`)).rejects.toThrow(AddressRefused)
  await expect(call(`http://localhost:${port()}/`)).rejects.toThrow('inside a private network')
  expect(receiver.got).toHaveLength(0)
})

test.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'])(
  '%s is refused',
  async host => {
    await expect(call(`http://${host}:${port()}/`)).rejects.toThrow(AddressRefused)
    expect(receiver.got).toHaveLength(0)
  },
)

test('plain http is refused on the internet, however it is written', async () => {
  await expect(call('http://8.8.8.8/')).rejects.toThrow('use https')
})

test('what the operator allows is called', async () => {
  expect(await call(receiver.url, networksFrom('127.0.0.0/8'))).toEqual({ status: 204, excerpt: '' })
})

test('a receiver that says nothing is given up', async () => {
  receiver.reply = () => {}
  await expect(call(receiver.url, networksFrom('127.0.0.1'), 200)).rejects.toThrow('No reply within 0.2 seconds.')
})

test('what it says after its decision is read only as far as it comes soon', async () => {
  receiver.reply = (_, response) => void response.writeHead(200, { 'retry-after': '7' }).write('so far')
  expect(await call(receiver.url, networksFrom('127.0.0.1'))).toEqual({ status: 200, retryAfter: 7, excerpt: 'so far' })
})
