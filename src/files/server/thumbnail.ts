import { badInput } from '../../kit/errors.ts'
import { MOST_PIXELS } from '../limits.ts'
import type { Bytes } from '../zip.ts'
import { inTurn } from './slots.ts'

const EDGE = 320
const SECONDS = 15

// A picture unpacks to many times its size: one at a time, however many come in.
const oneAtATime = inTurn()

/** A small picture of a picture, drawn anew: nothing but its pixels remains. Refuses what is none, or would fill memory. */
export const thumbnailOf = (bytes: Bytes): Promise<Buffer> => oneAtATime(() => draw(bytes))

async function draw(bytes: Bytes): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  const content = await bytes.read(0, bytes.size)
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const
  const { width, height } = await sharp(content, { ...options, limitInputPixels: false })
    .metadata()
    .catch(unreadable)
  if (width * height > MOST_PIXELS)
    throw badInput(
      'file',
      `This picture has more than ${MOST_PIXELS / 1_000_000} million pixels. Make it smaller and send it again.`,
    )
  return sharp(content, options)
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
    .catch(unreadable)
}

function unreadable(cause: unknown): never {
  throw Object.assign(
    badInput('file', 'This picture cannot be read: it is damaged, or not what its first bytes say. Save it anew and send that.'),
    { cause },
  )
}
