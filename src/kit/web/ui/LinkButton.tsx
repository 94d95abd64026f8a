import type { Href } from '../../paths.ts'
import { Link } from 'react-aria-components'
import { cx } from '../cx.ts'
import { ButtonInside, type ButtonLook, buttonClass } from './Button.tsx'

export interface LinkButtonProps extends ButtonLook {
  href: Href
  /** A file to save under this name, or true for the server's own. */
  download?: string | boolean
  target?: '_blank'
  className?: string
}

/** What leads to another page and looks like a button: it can be opened in a new tab. */
export function LinkButton({ href, download, target, className, ...look }: LinkButtonProps) {
  return (
    <Link
      href={href}
      download={download}
      target={target}
      rel={target && 'noreferrer'}
      aria-label={look.label}
      className={cx(buttonClass(look), className)}
    >
      <ButtonInside {...look} />
    </Link>
  )
}
