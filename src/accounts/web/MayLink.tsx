import type { Permission } from '../../kit/vocabulary.ts'
import { TextLink, type TextLinkProps } from '../../kit/web/ui/TextLink.tsx'
import { useMay } from './session.ts'

/** A link for those who may read what it leads to, and the bare words for everybody else. */
export const MayLink = ({ needs, ...link }: TextLinkProps & { needs: Permission }) =>
  useMay(needs) ? <TextLink {...link} /> : <span className={link.className}>{link.children}</span>
