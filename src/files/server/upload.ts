import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { withIdempotency } from '../../kit/server/http/idempotency.ts'
import type { Context } from '../../kit/server/http/context.ts'
import { type FileItem, uploadContract } from '../contract.ts'
import { countToday, uploadedToday } from './contentStore.ts'
import { fileSettings } from './fileSettings.ts'
import { type ExaminedFile, examineFile, keepFile } from './examineFile.ts'
import { receiveFile } from './receive.ts'
import { inSlot } from './slots.ts'

/** Takes a file in: all of it first, then what it is, then into the database in one go. */
export function upload(context: Context): Promise<FileItem> {
  const { org, caller } = context.identity!
  return inSlot(`${org} ${caller.id}`, async () => {
    const received = await receiveFile(context.request, fileSettings.call().largest)
    try {
      const examined = await examineFile(received, received.name)
      const fingerprint = `${received.digest.toString('hex')} ${received.name}`
      return await context.database.inOrg(org, caller, tx =>
        withIdempotency(tx, uploadContract.uploadFile, context, own => keepCounted(own, examined), fingerprint),
      )
    } finally {
      await received.close()
    }
  })
}

async function keepCounted(tx: Tx, examined: ExaminedFile): Promise<FileItem> {
  const { perDay } = fileSettings.call()
  const { size } = examined.content
  // Looked at before anything is written, and counted at the end, where others who upload wait for us only a moment.
  if ((await uploadedToday(tx)) + size > perDay) throw enough(perDay)
  const file = await keepFile(tx, examined)
  if (!(await countToday(tx, size, perDay))) throw enough(perDay)
  return file
}

const enough = (perDay: number) =>
  new AppError(
    'rate_limited',
    `Your organisation has added as much today as it may (${perDay / 1_000_000} MB). Go on tomorrow (UTC), or ask the operator of this installation.`,
  )
