import type { CallOptions, Reply, TestApp } from './app.ts'

const boundary = 'oo-7b1c-oo'

/** A form with one file as the wire carries it; `filename` goes into its header as it is. */
export function form(filename: string, content: Buffer, more: { field?: string; type?: string; after?: Buffer } = {}): Buffer {
  const { field = 'file', type = 'application/octet-stream', after = Buffer.alloc(0) } = more
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n'), after, Buffer.from(`--${boundary}--\r\n`)])
}

export const formType = `multipart/form-data; boundary=${boundary}`

/** What `POST /files` answers. */
export const uploadTo = (app: TestApp, filename: string, content: Buffer, how: CallOptions = {}): Promise<Reply<Uploaded>> =>
  app.call<Uploaded>('POST', '/files', form(filename, content), { type: formType, ...how })

// biome-ignore lint: a test says what it expects of a body
export type Uploaded = any
