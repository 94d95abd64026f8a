import type { Permission } from '../../../accounts/permissions.ts'
import { msg } from '../../../kit/i18n.ts'
import type { IconName } from '../../../kit/web/ui/Icon.tsx'

export interface NavEntry {
  href: string
  label: string
  icon: IconName
  /** Left out for those who may see nothing there. */
  needs?: Permission
  /** Below the line: what one sets up rather than works through. */
  setup?: boolean
}

/** The console's places, in their order. An entry appears when router.tsx knows its page. */
export const nav: readonly NavEntry[] = [
  { href: '/my-day', label: msg('My day'), icon: 'sun', needs: 'alerts.read' },
  { href: '/alerts', label: msg('Alerts'), icon: 'alerts', needs: 'alerts.read' },
  { href: '/insights', label: msg('Insights'), icon: 'insights', needs: 'insights.read' },
  { href: '/responses', label: msg('Responses'), icon: 'responses', needs: 'responses.read' },
  { href: '/comments', label: msg('Comments'), icon: 'chat', needs: 'comments.read' },
  { href: '/wall', label: msg('Wall'), icon: 'heart', needs: 'alerts.read' },
  { href: '/surveys', label: msg('Surveys'), icon: 'surveys', needs: 'surveys.read', setup: true },
  { href: '/rules', label: msg('Rules'), icon: 'rules', needs: 'rules.read', setup: true },
  { href: '/people', label: msg('People'), icon: 'people', needs: 'people.read', setup: true },
  { href: '/activity', label: msg('Activity'), icon: 'note', needs: 'activity.read', setup: true },
  { href: '/outbox', label: msg('Outbox'), icon: 'outbox', needs: 'outbox.read', setup: true },
]

export const settings: NavEntry = { href: '/settings', label: msg('Settings'), icon: 'settings' }
