import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { type NotificationItem, NotificationList } from './NotificationList.tsx'
import { notifications, Unread, useNotifications } from './Unread.tsx'

/** The bell: what reached me since I last looked. Opening it is reading it. */
export function Notifications() {
  useLive('notifications')
  const queries = useQueryClient()
  const data = useNotifications()
  const read = useMutation({
    mutationFn: () => notifications.read({ body: {} }),
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  if (!data) return null
  const name = t('{n, plural, =0 {Notifications} one {Notifications, # new} other {Notifications, # new}}', { n: data.unread })
  return (
    <Popover
      label={t('Notifications')}
      className="w-96 max-w-full"
      placement="top start"
      onOpenChange={open => !open && data.unread > 0 && read.mutate()}
      trigger={<Bell name={name} />}
    >
      {close => (
        <>
          <div className="mb-1 flex items-baseline justify-between gap-3">
            <h2 className="font-strong">{t('Notifications')}</h2>
            <TextLink href={pathTo('/settings/notifications')} onPress={close} className="text-small">
              {t('What comes by mail')}
            </TextLink>
          </div>
          <Lists items={data.items} onPress={close} />
        </>
      )}
    </Popover>
  )
}

/** What is new is not mixed with what was read: twelve new ones would look like the hundred of last week. */
function Lists({ items, onPress }: { items: readonly NotificationItem[]; onPress: () => void }) {
  if (items.length === 0)
    return <Empty title={t('Nothing new')}>{t('What needs you, and what colleagues write to you, appears here.')}</Empty>
  const fresh = items.filter(item => !item.readAt)
  const earlier = items.filter(item => item.readAt)
  return (
    <div className="-mx-3 max-h-[60vh] overflow-y-auto px-3">
      {fresh.length > 0 && <NotificationList title={t('New')} items={fresh} onPress={onPress} />}
      {earlier.length > 0 && <NotificationList title={fresh.length > 0 ? t('Earlier') : ''} items={earlier} onPress={onPress} />}
    </div>
  )
}

// Takes the props of a trigger from the Popover through react-aria's context.
const Bell = ({ name }: { name: string }) => (
  <span className="relative">
    <Button variant="quiet" size="small" icon="bell" label={name} />
    <Unread className="-end-0.5 -top-0.5" />
  </span>
)
