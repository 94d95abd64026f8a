import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits, fit for a link, a cookie or a key. */
export const newSecret = (): string => randomBytes(24).toString('base64url')

/** What is stored of a secret. A plain hash is enough: nobody guesses 192 random bits. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** The short public name of an organisation in links and keys. */
export const newOrgCode = (): string => Array.from(randomBytes(6), byte => letters[byte % letters.length]).join('')
