import { cx } from '../../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'

/** What stands before a file's name: a small picture of it, or a sign of what it is. */
export const FileMark = ({ picture, icon = 'file', small }: { picture?: string; icon?: IconName; small?: boolean }) => (
  <span
    className={cx(
      'grid flex-none place-items-center overflow-hidden rounded-sm border border-line bg-sunken text-ink-3',
      small ? 'size-9' : 'size-12',
    )}
  >
    {/* Its name stands beside it. */}
    {picture ? <img src={picture} alt="" loading="lazy" className="size-full object-cover" /> : <Icon name={icon} size={18} />}
  </span>
)
