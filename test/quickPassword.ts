import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

// Stands in for @better-auth/utils/password in the tests on a database: the same shapes, a thousandth of the work. The full cost is
// tried in src/accounts/server/signIn/passwordHash.test.ts.

const keyOf = async (password: string, salt: string): Promise<string> =>
  (
    (await promisify<string, string, number, object, Buffer>(scrypt)(password.normalize('NFKC'), salt, 64, { N: 16 })) as Buffer
  ).toString('hex')

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${await keyOf(password, salt)}`
}

export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [salt, key] = hash.split(':')
  return (await keyOf(password, salt!)) === key
}
