import { expect, test } from 'vitest'
import { isAllowed, isPublic, networksFrom } from './addresses.ts'

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '',
])('%s is not called', address => expect(isPublic(address)).toBe(false))

test.each(['8.8.8.8', '172.32.0.1', '192.167.1.1', '2606:4700::1111', '2a00:1450:4001::1'])('%s is called', address =>
  expect(isPublic(address)).toBe(true),
)

test('the operator may allow networks of their own', () => {
  const allowed = networksFrom('10.1.0.0/16, 127.0.0.1,fd00::/8')
  expect(['10.1.2.3', '127.0.0.1', 'fd00::7'].every(address => isAllowed(address, allowed))).toBe(true)
  expect(['10.2.0.1', '127.0.0.2', '::1', 'localhost'].some(address => isAllowed(address, allowed))).toBe(false)
})

test.each(['10.0.0.0/33', 'intranet', '10.0.0.0/x', '::/129'])('“%s” is no network', text =>
  expect(() => networksFrom(text)).toThrow('is no network'),
)
