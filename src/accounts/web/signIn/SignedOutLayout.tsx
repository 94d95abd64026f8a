import { type ReactNode, useEffect } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Logo } from '../../../kit/web/ui/LoopRing.tsx'

export interface SignedOutLayoutProps {
  title: string
  /** One sentence under the title. */
  intro?: ReactNode
  children?: ReactNode
  /** Ways elsewhere, below the hairline. */
  foot?: ReactNode
  wide?: boolean
}

/** A page before the console: one column, one thing to do. */
export function SignedOutLayout({ title, intro, children, foot, wide }: SignedOutLayoutProps) {
  useEffect(() => {
    document.title = `${title} · Fullcircle`
  }, [title])
  return (
    <main className={`mx-auto w-full px-4 pt-[12vh] pb-16 max-wide:pt-10 ${wide ? 'max-w-[44rem]' : 'max-w-[24rem]'}`}>
      <p className="mb-8 flex items-center gap-2 font-strong">
        <Logo />
        {t('Fullcircle')}
      </p>
      <h1 tabIndex={-1} className="mb-1 text-title font-strong tracking-[-.012em]">
        {title}
      </h1>
      {intro && <p className="mb-6 text-pretty text-ink-2">{intro}</p>}
      {children}
      {foot && <div className="mt-6 flex flex-wrap gap-x-5 gap-y-2 border-t border-line pt-4 text-small">{foot}</div>}
    </main>
  )
}
