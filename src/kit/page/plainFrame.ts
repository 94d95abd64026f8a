import type { Translate } from '../i18n.ts'
import type { PageFrame } from './page.ts'
import { pageStyle } from './pageStyle.ts'

/** The frame of a page at the end of a mail's link: it works without script and loads nothing. */
export const plainFrame = (
  { organisation, colour, t }: { organisation: string; colour: string | null; t: Translate },
  title: string,
): PageFrame => ({
  locale: t.locale,
  dir: t.dir,
  t,
  title,
  organisation,
  logo: null,
  style: pageStyle(colour ?? undefined),
})
