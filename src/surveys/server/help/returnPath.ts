import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { encrypt, decrypt } from '../../../accounts/server/encryption.ts'

// The way back to a questionnaire finds answers: whoever reads the tables must not be able to put it beside an address.

const PURPOSE = 'help way back'

export const sealReturnPath = (path: string): string => encrypt(path, accountSettings.call().secret, PURPOSE)

/** The path; null when it was sealed with another secret. */
export function unsealReturnPath(sealed: string): string | null {
  if (sealed.startsWith('/f/')) return sealed
  try {
    return decrypt(sealed, accountSettings.call().secret, PURPOSE)
  } catch {
    return null
  }
}
