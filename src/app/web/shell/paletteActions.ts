import { type Href, pathTo } from '../../../kit/paths.ts'
import type { Session } from '../../../accounts/web/session.ts'
import type { Permission } from '../../../kit/vocabulary.ts'
import { msg } from '../../../kit/i18n.ts'
import type { IconName } from '../../../kit/web/ui/Icon.tsx'

interface PaletteAction {
  label: string
  icon: IconName
  href: Href
  needs: Permission
}

/** What the palette can begin, wherever one is: a line for each. */
const everywhere: readonly PaletteAction[] = [
  { label: msg('New survey'), icon: 'add', href: pathTo('/surveys/new'), needs: 'surveys.write' },
  { label: msg('New rule'), icon: 'rules', href: pathTo('/rules/new'), needs: 'rules.write' },
  { label: msg('Import people'), icon: 'people', href: pathTo('/people/import'), needs: 'people.write' },
  { label: msg('Import units'), icon: 'merge', href: pathTo('/people/units/import'), needs: 'people.write' },
  { label: msg('Invite colleagues'), icon: 'people', href: pathTo('/settings/members'), needs: 'members.manage' },
]

const may = (session: Session | undefined, needs: Permission) => session?.org?.permissions.includes(needs) ?? false

export const paletteActionsOf = (session: Session | undefined): PaletteAction[] =>
  everywhere.filter(({ needs }) => may(session, needs))

/** What can be done with a survey that was found by its name. */
export const withSurvey = (session: Session | undefined, id: string): PaletteAction[] =>
  [
    { label: msg('Send “{name}”'), icon: 'send', href: pathTo('/surveys/$id/send', { id }), needs: 'surveys.send' } as const,
    {
      label: msg('Open the results of “{name}”'),
      icon: 'insights',
      href: pathTo('/surveys/$id/results', { id }),
      needs: 'responses.read',
    } as const,
  ].filter(({ needs }) => may(session, needs))
