import type { Href } from '../../paths.ts'
import type { ReactNode } from 'react'
import { Link, type LinkProps } from 'react-aria-components'
import { cx } from '../cx.ts'

export interface TextLinkProps extends Pick<LinkProps, 'onPress' | 'target' | 'download' | 'aria-label' | 'aria-current'> {
  href?: Href | undefined
  /** `text` in running text, `open` for a name that opens (ink, underlined), `bare` without a line (“All 9 entries”). */
  look?: 'text' | 'open' | 'bare'
  className?: string
  children: ReactNode
}

/** A link to a page of the console, or a word that does something (without `href`). */
export function TextLink({ look = 'text', className, ...props }: TextLinkProps) {
  return (
    <Link
      {...props}
      rel={props.target && 'noreferrer'}
      className={cx(
        look === 'text' && 'link',
        look === 'open' && 'open',
        look === 'bare' && 'cursor-pointer text-accent hover:underline',
        className,
      )}
    />
  )
}
