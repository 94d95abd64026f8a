import type { Href } from '../../paths.ts'
import { Link } from 'react-aria-components'

interface MarkLinkProps {
  href: Href
  /** “252 answered 10” */
  label: string
  /** Where in the picture, in pixels from its upper left corner. */
  at: { x: number; y: number; width: number; height: number }
}

/** Smaller than this nobody meets it with a finger; the table below the picture has the same link. */
export const SMALLEST_MARK = 24

/** A mark of a picture that opens what stands behind it. It lies over the picture: what is inside one cannot be reached by keyboard. */
export const MarkLink = ({ href, label, at: { x, y, width, height } }: MarkLinkProps) => (
  <Link
    href={href}
    aria-label={label}
    className="absolute rounded-sm outline-offset-0! hover:bg-ink/5"
    style={{ left: x, top: y, width, height }}
  />
)
