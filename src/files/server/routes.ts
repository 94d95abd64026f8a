import { ok } from '../../kit/contract.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import { implement, implementOpen } from '../../kit/server/http/implement.ts'
import { filesContract, uploadContract } from '../contract.ts'
import { allEndings } from '../fileKind.ts'
import { MOST_AT_ONCE } from '../limits.ts'
import { rangeOf } from '../range.ts'
import { contentOf } from './content.ts'
import { readThumbnail } from './contentStore.ts'
import { fileSettings } from './fileSettings.ts'
import { deleteFile } from './fileStore.ts'
import { findVisible } from './findVisibleFile.ts'
import { upload } from './upload.ts'

export const uploadRoutes = implementOpen(uploadContract, { uploadFile: upload })

export const filesRoutes = implement(filesContract, {
  fileRules: async () => ({ largest: fileSettings.call().largest, most: MOST_AT_ONCE, endings: [...allEndings] }),

  async downloadFile(tx, { params }, { request, reply, database }) {
    const { file } = await findVisible(tx, params.id)
    const { size } = file
    const range = rangeOf(request.headers.range, size)
    if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end - 1}/${size}`)
    const { start, end } = range ?? { start: 0, end: size }
    reply.header('accept-ranges', 'bytes')
    return {
      filename: file.name,
      contentType: file.type,
      size: end - start,
      version: file.digest.toString('base64url'),
      content: contentOf({ database, org: tx.org, caller: tx.caller }, file.digest, start, end),
    }
  },

  async fileThumbnail(tx, { params }) {
    const { file } = await findVisible(tx, params.id)
    const content = file.thumbnail ? await readThumbnail(tx, file.digest) : undefined
    if (!content) throw notFound('picture')
    const version = `${file.digest.toString('base64url')}-small`
    return { filename: `${file.name}.webp`, contentType: 'image/webp', size: content.length, version, content }
  },

  async removeFile(tx, { params }) {
    const { file, holder } = await findVisible(tx, params.id)
    if (!holder) await deleteFile(tx, file.id)
    else if (file.byId === tx.caller.id || tx.caller.permissions.has('people.erase')) await holder.letGo(tx, file.id)
    else throw new AppError('forbidden', 'Somebody else added this file. Ask them, or an administrator, to take it away.')
    return ok
  },
})
