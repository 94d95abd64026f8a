import type { Href } from '../../../kit/paths.ts'
import { Link } from 'react-aria-components'
import type { Session } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import type { NavEntry } from '../../../kit/web/room.ts'
import { Icon, type IconName } from '../../../kit/web/ui/Icon.tsx'
import { itemClass } from '../../../kit/web/ui/optionClass.ts'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import { OwnCorner } from './OwnCorner.tsx'

interface MoreSheetProps {
  session: Session | undefined
  rest: readonly NavEntry[]
  open: boolean
  onClose: () => void
  onFind: () => void
}

/** On a phone: the places that have no room in the bar, and what is one's own. */
export const MoreSheet = ({ session, rest, open, onClose, onFind }: MoreSheetProps) => (
  <Sheet side="bottom" title={session?.org?.name ?? 'Fullcircle'} open={open} onClose={onClose}>
    <Row icon="search" label={t('Find or do')} onPress={() => (onClose(), onFind())} />
    {rest.map(entry => (
      <Row key={entry.href} icon={entry.icon} label={t(entry.label)} href={entry.href} onPress={onClose} />
    ))}
    <OwnCorner session={session} className="mt-2 flex items-center border-t border-line pt-2" />
  </Sheet>
)

const Row = ({ icon, label, href, onPress }: { icon: IconName; label: string; href?: Href; onPress: () => void }) => (
  <Link href={href} onPress={onPress} className={itemClass}>
    <Icon name={icon} className="text-ink-3" />
    {label}
  </Link>
)
