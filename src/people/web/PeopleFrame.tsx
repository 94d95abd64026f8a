import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { cx } from '../../kit/web/cx.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'

/** The pages of the directory: people, units, customer accounts, teams, each at an address of its own. */
export const PeopleFrame = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <Page title={title} actions={actions}>
    <Places />
    {children}
  </Page>
)

function Places() {
  const { pathname } = useLocation()
  const places = [
    { href: '/people', label: t('People') },
    { href: '/people/units', label: t('Units') },
    { href: '/people/accounts', label: t('Customer accounts') },
    { href: '/people/teams', label: t('Teams') },
  ]
  return (
    <nav aria-label={t('The directory')} className="-mt-3 mb-6 flex gap-5 overflow-x-auto border-b border-line scrollbar-none">
      {places.map(({ href, label }) => (
        <TextLink
          key={href}
          look="bare"
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className={cx(
            '-mb-px flex-none border-b-2 pt-2 pb-2.5 whitespace-nowrap no-underline hover:no-underline focus-visible:-outline-offset-2',
            pathname === href ? 'border-accent font-strong !text-ink' : 'border-transparent !text-ink-2 hover:!text-ink',
          )}
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
