import { hashPassword as scrypt, verifyPassword } from '@better-auth/utils/password'

/** scrypt with a salt of its own, on a worker thread of the runtime. */
export const hashPassword = (password: string): Promise<string> => scrypt(password)

/** Takes as long when there is nothing to compare with, so that a stranger cannot tell who has an account. */
export async function passwordFits(password: string, hash: string | null | undefined): Promise<boolean> {
  if (hash) return verifyPassword(hash, password)
  decoy ??= scrypt('nobody has this password')
  await verifyPassword(await decoy, password)
  return false
}

let decoy: Promise<string> | undefined
