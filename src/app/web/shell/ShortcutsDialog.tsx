import { t } from '../../../kit/i18n.ts'
import { shortcutsNow } from '../../../kit/web/keys.ts'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { isMac } from './SideNav.tsx'

/** Every key that does something on this page. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const lists = [
    { key: 'j', hint: t('Next row') },
    { key: 'k', hint: t('Previous row') },
    { key: 'Enter', hint: t('Open the row') },
    { key: 'x', hint: t('Choose the row') },
  ]
  return (
    <Dialog open={open} onClose={onClose} title={t('Shortcuts')}>
      <ul className="grid gap-x-8 text-ink wide:grid-cols-2">
        {[...shortcutsNow(), ...lists].map(({ key, hint }) => (
          <li key={key} className="flex min-h-8 items-center justify-between gap-3 border-b border-line">
            {hint}
            <kbd className="rounded-sm border border-line-strong px-1.5 font-sans text-micro text-ink-2">{keyName(key)}</kbd>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const keyName = (key: string): string =>
  key.startsWith('mod+') ? `${isMac ? '⌘' : 'Ctrl'} ${key.slice(4).toUpperCase()}` : key.length === 1 ? key.toUpperCase() : key
