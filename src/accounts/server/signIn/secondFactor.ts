import { AppError, badInput } from '../../../kit/errors.ts'
import type { AnyTx } from '../../../kit/server/db.ts'
import { accountSettings } from '../accountSettings.ts'
import { codeUri, newCodeSecret, newRecoveryCodes, plainCode, stepOfCode } from './oneTimeCode.ts'
import { encrypt, decrypt } from '../encryption.ts'
import { hashOf } from '../secret.ts'
import { lockFactor, saveConfirmation, saveFactor, saveRecoveryHashes, saveStep } from './secondFactorStore.ts'

const PURPOSE = 'second factor'
const wrong = () => badInput('code', 'This code is not right. Wait for the next one in your app and type that.')

/** Begins: a secret for the authenticator app, which counts only once its first code was typed. */
export async function beginFactor(tx: AnyTx, userId: string, email: string): Promise<{ uri: string }> {
  const secret = newCodeSecret()
  const saved = await saveFactor(tx, userId, encrypt(secret, accountSettings.call().secret, PURPOSE))
  if (!saved)
    throw new AppError('already_exists', 'You already have a second factor. Switch it off before you set up another one.')
  return { uri: codeUri(secret, 'Fullcircle', email) }
}

/** The first code proves that the app has the secret. Returns the recovery codes, shown this once. */
export async function confirmFactor(tx: AnyTx, userId: string, code: string): Promise<string[]> {
  const factor = await lockFactor(tx, userId)
  if (!factor || factor.confirmed_at)
    throw new AppError('not_allowed_now', 'There is no second factor that waits for its first code. Begin again.')
  const step = await stepOfCode(secretOf(factor), plainCode(code), 0, tx.now)
  if (step === undefined) throw wrong()
  const codes = newRecoveryCodes()
  await saveConfirmation(tx, userId, step, codes.map(recoveryHash))
  return codes
}

/** True when the code is the app's current one, or a recovery code; either is spent by this. */
export async function spendCode(tx: AnyTx, userId: string, typed: string): Promise<boolean> {
  const factor = await lockFactor(tx, userId)
  if (!factor?.confirmed_at) return false
  const code = plainCode(typed)
  const step = await stepOfCode(secretOf(factor), code, Number(factor.last_step), tx.now)
  if (step !== undefined) {
    await saveStep(tx, userId, step)
    return true
  }
  const hash = hashOf(code)
  const left = factor.recovery_hashes.filter(known => !known.equals(hash))
  if (left.length === factor.recovery_hashes.length) return false
  await saveRecoveryHashes(tx, userId, left)
  return true
}

/** New recovery codes; the old ones end. */
export async function renewRecoveryCodes(tx: AnyTx, userId: string): Promise<string[]> {
  const factor = await lockFactor(tx, userId)
  if (!factor?.confirmed_at) throw new AppError('not_allowed_now', 'Set up a second factor first.')
  const codes = newRecoveryCodes()
  await saveRecoveryHashes(tx, userId, codes.map(recoveryHash))
  return codes
}

const recoveryHash = (code: string) => hashOf(plainCode(code))
const secretOf = (factor: { secret: string }) => decrypt(factor.secret, accountSettings.call().secret, PURPOSE)
