import type { Href } from '../../../paths.ts'
import { Fragment, type ReactNode, useEffect } from 'react'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Icon } from '../Icon.tsx'
import { TextLink } from '../TextLink.tsx'

export interface PageProps {
  title: string
  /** Where it lies: [{ label: 'Rules', href: '/rules' }]. */
  crumbs?: readonly { label: string; href: Href }[]
  /** Beside the title: a Tag, a State, a date. */
  beside?: ReactNode
  /** At the end of the bar; the main button last. */
  actions?: ReactNode
  /** A second column (22rem) at the end; on a phone it follows. */
  aside?: ReactNode
  /** The page's finding, in one sentence on top. */
  finding?: ReactNode
  /** Uses the whole width instead of 76rem. */
  full?: boolean
  children: ReactNode
}

/** A page of the console: its bar with title, crumbs and actions, then its body. */
export function Page({ title, crumbs = [], beside, actions, aside, finding, full, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Fullcircle`
  }, [title])
  return (
    <>
      <div className="sticky top-0 z-(--z-sticky) flex min-h-13 items-center gap-x-3 gap-y-1 border-b border-line bg-page px-8 py-2 max-wide:min-h-12 max-wide:flex-wrap max-wide:px-4">
        {/* On a phone buttons that would leave no room for the title go below it. */}
        <div className="flex min-w-0 items-center gap-2 max-wide:flex-[1_1_9rem]">
          {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          <h1 tabIndex={-1} className={cx('truncate font-strong', crumbs.length ? 'text-body' : 'text-title tracking-[-.012em]')}>
            {title}
          </h1>
          {beside && <span className="min-w-0 truncate text-ink-2 max-wide:hidden">{beside}</span>}
        </div>
        {actions && <div className="ms-auto flex items-center gap-2">{actions}</div>}
      </div>
      <div className={cx('px-8 pt-6 pb-16 max-wide:px-4 max-wide:pt-4 max-wide:pb-24', !full && 'max-w-[76rem]')}>
        {finding && <p className="mb-6 max-w-measure text-title text-pretty">{finding}</p>}
        {aside ? (
          <div className="grid items-start gap-12 desk:grid-cols-[minmax(0,1fr)_var(--aside-w)] max-desk:gap-8">
            <div className="min-w-0">{children}</div>
            <aside className="min-w-0">{aside}</aside>
          </div>
        ) : (
          children
        )}
      </div>
    </>
  )
}

const Crumbs = ({ crumbs }: { crumbs: NonNullable<PageProps['crumbs']> }) => (
  <nav aria-label={t('You are in')} className="flex min-w-0 flex-none items-center gap-2 text-ink-2">
    {crumbs.map((crumb, i) => (
      <Fragment key={crumb.href}>
        <TextLink look="bare" href={crumb.href} className={cx('!text-ink-2', i < crumbs.length - 1 && 'max-wide:hidden')}>
          {crumb.label}
        </TextLink>
        <Icon name="next" size={14} className={cx('text-ink-3', i < crumbs.length - 1 && 'max-wide:hidden')} />
      </Fragment>
    ))}
  </nav>
)
