/** Bytes from `start` up to `end`, exclusive. */
export interface Range {
  start: number
  end: number
}

/**
 * The one range that a `Range` header asks for (RFC 9110): `bytes=0-499`, `bytes=500-`, `bytes=-500`. Undefined: send all, because there is
 * no header, or it asks for several, for none that exists, or for something else.
 */
export function rangeOf(header: string | undefined, size: number): Range | undefined {
  const said = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!said || (!said[1] && !said[2])) return undefined
  const start = said[1] ? Number(said[1]) : Math.max(0, size - Number(said[2]))
  const end = said[1] && said[2] ? Math.min(size, Number(said[2]) + 1) : size
  return start < end ? { start, end } : undefined
}
