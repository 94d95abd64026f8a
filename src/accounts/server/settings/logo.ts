import { createHash } from 'node:crypto'
import { AppError } from '../../../kit/errors.ts'

const WIDEST = 480
const TALLEST = 160
/** A small file can unpack to a huge picture. */
const MOST_PIXELS = 20_000_000

/** Draws an uploaded picture anew, so that nothing but its pixels remains. Drawings (SVG) can carry script and are refused. */
export async function drawLogo(bytes: Uint8Array): Promise<{ png: Buffer; digest: string }> {
  if (!isPicture(Buffer.from(bytes.subarray(0, 12)))) {
    throw new AppError('unsupported_type', 'This is not a PNG, JPEG, WebP or GIF picture. Export the logo as PNG and try again.')
  }
  // Loaded with the first picture, not with the product.
  const { default: sharp } = await import('sharp')
  const png = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize(WIDEST, TALLEST, { fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer()
    .catch(() => {
      throw new AppError('bad_input', 'This picture cannot be read. Export it as PNG, at most 4,000 pixels wide, and try again.')
    })
  return { png, digest: createHash('sha256').update(png).digest('hex').slice(0, 16) }
}

// By the first bytes, whatever the upload calls itself.
function isPicture(head: Buffer): boolean {
  const text = head.toString('latin1')
  return (
    text.startsWith('\x89PNG\r\n') || text.startsWith('\xff\xd8\xff') || text.startsWith('GIF8') || /^RIFF.{4}WEBP/s.test(text)
  )
}
