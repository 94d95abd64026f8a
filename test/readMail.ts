/** What a mail program shows of a message: its words, and its page with the pictures that travel with it in their places. */
export interface ReadMail {
  header(name: string): string | undefined
  text: string
  html: string
}

interface Part {
  header: ReadMail['header']
  type: string
  content: Buffer
}

export function readMail(raw: string): ReadMail {
  const all = partsOf(raw)
  const words = (type: string) => all.find(part => part.type === type)?.content.toString() ?? ''
  const pictures = all.filter(part => part.type.startsWith('image/'))
  const html = pictures.reduce(
    (page, { type, content, header }) =>
      page.replaceAll(`cid:${header('Content-ID')!.slice(1, -1)}`, `data:${type};base64,${content.toString('base64')}`),
    words('text/html'),
  )
  return { header: headersOf(raw), text: words('text/plain'), html }
}

function partsOf(raw: string): Part[] {
  const header = headersOf(raw)
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const kind = header('Content-Type') ?? 'text/plain'
  const boundary = /boundary="([^"]+)"/.exec(kind)?.[1]
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap(part => partsOf(part.trimStart()))
  return [{ header, type: kind.split(';')[0]!, content: decoded(body, header('Content-Transfer-Encoding') ?? '7bit') }]
}

function headersOf(raw: string): ReadMail['header'] {
  const lines = raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  return name =>
    lines
      .find(line => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim()
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body)
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
