import { AppError } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { withIdempotency } from '../../kit/server/http/idempotency.ts'
import type { Context } from '../../kit/server/http/implement.ts'
import { type FileItem, uploadContract } from '../contract.ts'
import { type Detected, detect } from '../detect.ts'
import { allEndings, fileKinds, type KindName, shownAs } from '../fileKind.ts'
import { cleanName } from '../fileName.ts'
import { type Content, countToday, keepContent, uploadedToday } from './contentStore.ts'
import { fileSettings } from './fileSettings.ts'
import { insertFile } from './fileStore.ts'
import { receiveFile } from './receive.ts'
import { inSlot } from './slots.ts'
import { thumbnailOf } from './thumbnail.ts'

/** Takes a file in: all of it first, then what it is, then into the database in one go. */
export function upload(context: Context): Promise<FileItem> {
  const { org, caller } = context.identity!
  return inSlot(`${org} ${caller.id}`, async () => {
    const received = await receiveFile(context.request, fileSettings.call().largest)
    try {
      const kind = kindOf(await detect(received, received.name))
      const thumbnail = shownAs(fileKinds[kind].type) === 'picture' ? await thumbnailOf(received) : null
      const content = { ...received, thumbnail }
      const fingerprint = `${received.digest.toString('hex')} ${received.name}`
      return await context.database.inOrg(org, caller, tx =>
        withIdempotency(tx, uploadContract.uploadFile, context, own => keep(own, content, received.name, kind), fingerprint),
      )
    } finally {
      await received.close()
    }
  })
}

async function keep(tx: Tx, content: Content, given: string, kind: KindName): Promise<FileItem> {
  const { perDay } = fileSettings.call()
  // Looked at before anything is written, and counted at the end, where others who upload wait for us only a moment.
  if ((await uploadedToday(tx)) + content.size > perDay) throw enough(perDay)
  const { type } = fileKinds[kind]
  const file = { id: newId(), name: cleanName(given, kind), type, digest: content.digest }
  await keepContent(tx, content)
  await insertFile(tx, file)
  if (!(await countToday(tx, content.size, perDay))) throw enough(perDay)
  return { id: file.id, name: file.name, type, size: content.size, thumbnail: content.thumbnail !== null }
}

const enough = (perDay: number) =>
  new AppError(
    'rate_limited',
    `Your organisation has added as much today as it may (${perDay / 1_000_000} MB). Go on tomorrow (UTC), or ask the operator of this installation.`,
  )

const taken = `Taken are ${allEndings.join(' ')}.`

function kindOf(detected: Detected): KindName {
  if ('kind' in detected) return detected.kind
  throw new AppError('unsupported_type', refusals[detected.refused])
}

const refusals = {
  unknown: `Files of this kind are not taken. ${taken}`,
  active: `Pages, drawings and scripts are not taken, because they can act when they are opened. Send a picture or a PDF of it. ${taken}`,
  macros: 'This document contains a program (macros). Save it without, or as PDF, and send that.',
  bomb: 'This document says that it unpacks to far more than a document needs. Save it anew, or as PDF, and send that.',
}
