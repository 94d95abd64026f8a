/** A kind of file that is taken. */
export interface FileKind {
  /** What it is sent as, whatever the upload called itself. */
  type: string
  /** Endings its name may have; another one gets the first of them. */
  endings: readonly [string, ...string[]]
  /** How people look at it without opening another program. */
  shown?: 'picture' | 'sound'
}

/** Every kind that is taken. No page, script, program or drawing is among them: those can act. */
export const fileKinds = {
  png: { type: 'image/png', endings: ['png'], shown: 'picture' },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], shown: 'picture' },
  webp: { type: 'image/webp', endings: ['webp'], shown: 'picture' },
  gif: { type: 'image/gif', endings: ['gif'], shown: 'picture' },
  // Few browsers show it: it is kept as it came, and downloaded.
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  txt: { type: 'text/plain', endings: ['txt', 'log'] },
  csv: { type: 'text/csv', endings: ['csv'] },
  eml: { type: 'message/rfc822', endings: ['eml'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  mp3: { type: 'audio/mpeg', endings: ['mp3'], shown: 'sound' },
  m4a: { type: 'audio/mp4', endings: ['m4a'], shown: 'sound' },
  wav: { type: 'audio/wav', endings: ['wav'], shown: 'sound' },
  ogg: { type: 'audio/ogg', endings: ['ogg', 'oga', 'opus'], shown: 'sound' },
} as const satisfies Record<string, FileKind>

export type KindName = keyof typeof fileKinds

const byType = new Map<string, FileKind>(Object.values(fileKinds).map(kind => [kind.type, kind]))

/** How a stored file is looked at; undefined: it is downloaded. */
export const shownAs = (type: string): FileKind['shown'] => byType.get(type)?.shown

/** All endings, for a chooser of files: `.png`, … */
export const allEndings: readonly string[] = Object.values(fileKinds).flatMap(kind => kind.endings.map(ending => `.${ending}`))

/** `Photo.JPEG` → `jpeg`; nothing where there is none. */
export const endingOf = (name: string): string => /\.([^.\s]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
