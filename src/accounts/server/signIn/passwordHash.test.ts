import { scryptSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPassword, passwordFits } from './passwordHash.ts'

const password = 'correct horse battery'

it('costs whoever guesses a password 16 megabytes and 16,384 rounds each time', async () => {
  const hash = await hashPassword(password)
  const [salt, key] = hash.split(':')
  const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 2 ** 20 }
  expect(scryptSync(password, salt!, 64, cost).toString('hex')).toBe(key)
  expect(await passwordFits(password, hash)).toBe(true)
  expect(await passwordFits('correct horse', hash)).toBe(false)
})

it('never gives two people the same hash for the same password', async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password))
})

it('lets nobody in where there is no password', async () => {
  expect(await passwordFits('nobody has this password', null)).toBe(false)
})
