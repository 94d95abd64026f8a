import { settingsPlaces } from '../../accounts/web/SettingsPage.tsx'
import { unitsSlot } from '../../accounts/web/unitsSlot.ts'
import { t } from '../../kit/i18n.ts'
import { commentSlot } from '../../responses/web/commentSlot.ts'
import { LazyComment, LazyCommentLine } from './LazyComment.tsx'
import { LazyUnitsField } from './LazyUnitsField.tsx'

type Session = Parameters<(typeof settingsPlaces)[number]['open']>[0]

/** Places of Settings that belong to rooms below accounts. */
settingsPlaces.splice(
  1,
  0,
  {
    href: '/settings/mail',
    label: () => t('Mail and invitations'),
    open: session => session.org?.permissions.includes('org.manage') ?? false,
  },
  ...[
    { href: '/settings/calendars', label: () => t('Working calendars') },
    { href: '/settings/promises', label: () => t('Promises') },
  ].map(place => ({
    ...place,
    open: (session: Session) => session.org?.permissions.includes('rules.read') ?? false,
  })),
  { href: '/settings/notifications', label: () => t('Notifications'), open: () => true },
)
settingsPlaces.splice(settingsPlaces.findIndex(({ href }) => href === '/settings/keys') + 1, 0, {
  href: '/settings/webhooks',
  label: () => t('Webhooks'),
  open: session => session.org?.permissions.includes('org.manage') ?? false,
})
settingsPlaces.push({ href: '/settings/demo', label: () => t('Demo'), open: session => session.user?.operator ?? false })

unitsSlot.Field = LazyUnitsField

commentSlot.Comment = LazyComment
commentSlot.Line = LazyCommentLine
