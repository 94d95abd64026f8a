import { useSyncExternalStore } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'

function listen(change: () => void): () => void {
  addEventListener('online', change)
  addEventListener('offline', change)
  return () => {
    removeEventListener('online', change)
    removeEventListener('offline', change)
  }
}

/** Says that the connection is gone, and that the page shows what was read before. */
export function OfflineNotice() {
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  if (online) return null
  return (
    <Notice tone="soon" live>
      {t('You are offline. You see what was read before; changes wait until the connection is back.')}
    </Notice>
  )
}
