import { AppError } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { FileItem } from '../contract.ts'
import { type Detected, detect } from '../detect.ts'
import { fileKinds, type KindName, shownAs } from '../fileKind.ts'
import { cleanName } from '../fileName.ts'
import { type Content, keepContent } from './contentStore.ts'
import { insertFile } from './fileStore.ts'
import { thumbnailOf } from './thumbnail.ts'

/** A file that was looked at and may be kept. */
export interface ExaminedFile {
  name: string
  kind: KindName
  content: Content
}

/** What a file is, with a small picture where it is one. Throws what its sender should read where it is not taken. */
export async function examineFile(bytes: Omit<Content, 'thumbnail'>, given: string): Promise<ExaminedFile> {
  const kind = kindOf(await detect(bytes, given))
  const thumbnail = shownAs(fileKinds[kind].type) === 'picture' ? await thumbnailOf(bytes) : null
  return { name: cleanName(given, kind), kind, content: { ...bytes, thumbnail } }
}

/** Keeps it as the caller's, until something takes its id. */
export async function keepFile(tx: Tx, { name, kind, content }: ExaminedFile): Promise<FileItem> {
  const { type } = fileKinds[kind]
  const id = newId()
  await keepContent(tx, content)
  await insertFile(tx, { id, name, type, digest: content.digest })
  return { id, name, type, size: content.size, thumbnail: content.thumbnail !== null }
}

function kindOf(detected: Detected): KindName {
  if ('kind' in detected) return detected.kind
  throw new AppError('unsupported_type', refusals[detected.refused])
}

const refusals = {
  unknown:
    'Files of this kind are not taken. Send a picture (PNG, JPEG, WebP, GIF, HEIC), a document (PDF, DOCX, XLSX, ODT, ODS), text (TXT, CSV, EML) or sound (MP3, M4A, WAV, OGG).',
  active: 'Pages, drawings and scripts are not taken, because they can act when they are opened. Send a picture or a PDF of it.',
  macros: 'This document contains a program (macros). Save it without, or as PDF, and send that.',
  bomb: 'This document says that it unpacks to far more than a document needs. Save it anew, or as PDF, and send that.',
}
