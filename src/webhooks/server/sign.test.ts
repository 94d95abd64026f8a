import { expect, test } from 'vitest'
import { newSecret, signedHeaders } from './sign.ts'

// The example that the libraries of Standard Webhooks test themselves with.
const known = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1614265330_000),
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

test('signs as the others do', () => {
  expect(signedHeaders(known.id, known.at, known.body, [known.secret])).toEqual({
    'webhook-id': known.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': known.signature,
  })
})

test('two secrets, two signatures', () => {
  const both = signedHeaders(known.id, known.at, known.body, [newSecret(), known.secret])['webhook-signature']!
  expect(both.split(' ')).toHaveLength(2)
  expect(both.split(' ')[1]).toBe(known.signature)
})

test('a secret has 256 bits', () => {
  expect(Buffer.from(newSecret().replace('whsec_', ''), 'base64')).toHaveLength(32)
})
