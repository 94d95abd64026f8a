import { z } from 'zod'
import { contract, done, id, idParam } from '../kit/contract.ts'

/** A file as everything that holds one shows it. */
export const fileItem = z.object({
  id,
  name: z.string(),
  /** As its content says. */
  type: z.string(),
  size: z.number().int(),
  /** Whether there is a small picture of it. */
  thumbnail: z.boolean(),
})
export type FileItem = z.output<typeof fileItem>

export const uploadContract = contract({
  uploadFile: {
    method: 'POST',
    path: '/files',
    access: 'files.write',
    scope: 'own',
    summary:
      'Upload one file: the field `file` of a form. It belongs to nobody until something takes its id (`files: [id]` of a contact), and is removed after a day',
    body: z.object({ file: z.file() }),
    bodyType: 'multipart/form-data',
    reply: fileItem,
    status: 201,
  },
})

const binary = { params: idParam, reply: z.string(), replyType: 'application/octet-stream' } as const

export const filesContract = contract({
  fileRules: {
    method: 'GET',
    path: '/files/rules',
    access: 'signed-in',
    scope: 'own',
    summary: 'Which files are taken: how large, how many for one thing, and their endings',
    reply: z.object({ largest: z.number().int(), most: z.number().int(), endings: z.array(z.string()) }),
  },
  downloadFile: {
    ...binary,
    method: 'GET',
    path: '/files/:id',
    access: 'signed-in',
    scope: 'units',
    summary: 'A file, for whoever may see what holds it; always as a download. One range of bytes may be asked for',
  },
  fileThumbnail: {
    ...binary,
    method: 'GET',
    path: '/files/:id/thumbnail',
    access: 'signed-in',
    scope: 'units',
    summary: 'A small picture of a picture (WebP), drawn anew: at most 320 pixels wide and high',
  },
  removeFile: {
    method: 'DELETE',
    path: '/files/:id',
    access: 'files.write',
    scope: 'own',
    summary: 'Take a file away: one’s own, or any for those who may erase people',
    params: idParam,
    reply: done,
  },
})
