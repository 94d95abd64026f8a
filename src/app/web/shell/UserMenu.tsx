import { pathTo } from '../../../kit/paths.ts'
import { Button } from 'react-aria-components'
import { type Session, sessions, useSwitchOrg } from '../../../accounts/web/session.ts'
import { type Locale, t } from '../../../kit/i18n.ts'
import { chooseLocale } from '../../../kit/web/locale.ts'
import { setTheme, type ColourTheme, useTheme } from '../../../kit/web/theme.ts'
import { Avatar } from '../../../kit/web/ui/Avatar.tsx'
import { Icon } from '../../../kit/web/ui/Icon.tsx'
import { Menu, type MenuEntry } from '../../../kit/web/ui/overlay/Menu.tsx'

// Each language by its own name, for who ended up in one they cannot read.
const languages: readonly [Locale, string][] = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['ar', 'العربية'],
]

/** Who is signed in, and what is theirs alone: theme, language, organisation. */
export function UserMenu({ session }: { session: Session | undefined }) {
  const theme = useTheme()
  const switchOrg = useSwitchOrg()
  const name = session?.user ? session.user.name || session.user.email : t('Display')
  const themes: [ColourTheme, string][] = [
    ['system', t('Theme as the system has it')],
    ['light', t('Light theme')],
    ['dark', t('Dark theme')],
  ]
  const entries: MenuEntry[] = [
    ...(session?.user
      ? [
          { id: 'profile', label: t('Your profile and security'), icon: 'key' as const, href: pathTo('/profile') },
          'line' as const,
        ]
      : []),
    ...themes.map(([id, label]) => ({
      id,
      label,
      checked: theme === id,
      icon: id === 'dark' ? ('moon' as const) : ('sun' as const),
      onAction: () => setTheme(id),
    })),
    'line',
    ...languages.map(([id, label]) => ({
      id,
      label,
      checked: t.locale === id,
      icon: 'language' as const,
      onAction: () => chooseLocale(id),
    })),
    ...orgEntries(session, id => switchOrg.mutate(id)),
    ...(session?.user
      ? [
          'line' as const,
          {
            id: 'out',
            label: t('Sign out'),
            icon: 'sign-out' as const,
            onAction: () => void sessions.signOut().finally(() => location.assign(pathTo('/sign-in'))),
          },
        ]
      : []),
  ]
  return (
    <Menu label={name} entries={entries} placement="top start">
      <Button className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-start text-ink-2 hover:bg-hover hover:text-ink data-focus-visible:-outline-offset-2 pointer-coarse:min-h-11">
        {session?.user ? <Avatar name={name} /> : <Icon name="sun" />}
        <span className="truncate">{name}</span>
      </Button>
    </Menu>
  )
}

function orgEntries(session: Session | undefined, go: (id: string) => void): MenuEntry[] {
  const orgs = session?.orgs ?? []
  if (orgs.length < 2) return []
  return [
    'line',
    ...orgs.map(org => ({
      id: org.id,
      label: org.name,
      checked: org.id === session?.org?.id,
      icon: 'reviews' as const,
      onAction: () => go(org.id),
    })),
  ]
}
