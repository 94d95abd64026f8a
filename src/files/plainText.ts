import type { Bytes } from './zip.ts'

const PIECE = 64 * 1024

/** Whether every byte can be text: UTF-8, UTF-16 with its mark, or one of the old eight-bit alphabets. No control characters. */
export async function isPlainText(bytes: Bytes, head: Uint8Array): Promise<boolean> {
  if (isWide(head)) return true
  for (let at = 0; at < bytes.size; at += PIECE) if ((await bytes.read(at, PIECE)).some(isControl)) return false
  return true
}

const isWide = (head: Uint8Array): boolean => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

// Tab, line feed, form feed, carriage return and escape (of coloured logs) are text.
const isControl = (byte: number): boolean =>
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) || byte === 0x7f

export const textOf = (head: Uint8Array): string =>
  new TextDecoder(isWide(head) ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(head)

/** What a browser that guesses would take for a page or a drawing, and what a shell would run. */
export const isActive = (text: string): boolean =>
  /^(\s|<!--[^]*?-->)*<(!doctype|\?xml|\?php|html|head|body|script|iframe|svg|style|title|table|div|img|a |b>|h1|br|p[\s>]|font|form|meta|link|object|embed)/i.test(
    text,
  ) || text.startsWith('#!')

const field = /^[!-9;-~]{1,76}:/
const known = /^(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to):/i

/** A mail as programs save it: a head of fields, of which every mail has some, then an empty line. */
export function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n/)
  const fields = head.filter(line => !/^[ \t]/.test(line))
  return fields.every(line => field.test(line)) && fields.filter(line => known.test(line)).length >= 2
}
