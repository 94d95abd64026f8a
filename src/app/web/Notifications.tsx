import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { makeClient } from '../../kit/web/api.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { Popover } from '../../kit/web/ui/Popover.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { when } from '../../mail/web/mailWords.tsx'
import { fold, type Folded, manyHref, manyWords } from '../../notifications/folded.ts'
import { notificationsContract } from '../../notifications/contract.ts'

const client = makeClient(notificationsContract)

/** The bell: what reached me since I last looked. Opening it is reading it. */
export function Notifications() {
  useLive('notifications')
  const queries = useQueryClient()
  const { data } = useQuery({ ...client.list.query({ query: { limit: 100 } }), retry: false })
  const read = useMutation({
    mutationFn: () => client.read({ body: {} }),
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  if (!data) return null
  const name = t('{n, plural, =0 {Notifications} one {Notifications, # new} other {Notifications, # new}}', { n: data.unread })
  return (
    <Popover
      label={t('Notifications')}
      className="w-80"
      placement="top start"
      onOpenChange={open => !open && data.unread > 0 && read.mutate()}
      trigger={<Bell name={name} unread={data.unread} />}
    >
      {close =>
        data.items.length === 0 ? (
          <Empty title={t('Nothing new')}>{t('What needs you, and what colleagues write to you, appears here.')}</Empty>
        ) : (
          <ul className="max-h-[60vh] overflow-y-auto">
            {fold(data.items).map(part =>
              part.kind === 'one' ? (
                <Told key={part.item.id} item={part.item} onPress={close} />
              ) : (
                <Many key={part.of} part={part} onPress={close} />
              ),
            )}
          </ul>
        )
      }
    </Popover>
  )
}

type Item = Result<typeof notificationsContract.list>['items'][number]

const Told = ({ item, onPress }: { item: Item; onPress: () => void }) => (
  <li className="border-b border-line py-2 last:border-b-0">
    <div className="flex items-baseline justify-between gap-3">
      <span className={item.readAt ? 'text-ink-2' : 'font-strong'}>
        {item.href ? (
          <TextLink look="open" href={item.href} onPress={onPress}>
            {item.text}
          </TextLink>
        ) : (
          item.text
        )}
      </span>
      <time dateTime={item.createdAt} className="text-small whitespace-nowrap text-ink-3">
        {when(item.createdAt)}
      </time>
    </div>
    {item.detail && <p className="text-small text-ink-3">{item.detail}</p>}
  </li>
)

/** Many of a kind: one line with one link to act on all of them; each of them on demand. */
function Many({ part, onPress }: { part: Extract<Folded<Item>, { kind: 'many' }>; onPress: () => void }) {
  const [open, setOpen] = useState(false)
  const href = manyHref(part.of)
  const words = manyWords(part.of, part.n)
  const [newest] = part.items
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <div className="flex items-baseline justify-between gap-3">
        <span className={part.items.every(item => item.readAt) ? 'text-ink-2' : 'font-strong'}>
          {href ? (
            <TextLink look="open" href={href} onPress={onPress}>
              {words}
            </TextLink>
          ) : (
            words
          )}
        </span>
        <time dateTime={newest!.createdAt} className="text-small whitespace-nowrap text-ink-3">
          {when(newest!.createdAt)}
        </time>
      </div>
      <TextLink onPress={() => setOpen(!open)} className="text-small">
        {open ? t('Show less') : t('Show each of them')}
      </TextLink>
      {open && (
        <ul className="ms-3">
          {part.items.map(item => (
            <Told key={item.id} item={item} onPress={onPress} />
          ))}
        </ul>
      )}
    </li>
  )
}

// Takes the props of a trigger from the Popover through react-aria's context.
const Bell = ({ name, unread }: { name: string; unread: number }) => (
  <span className="relative">
    <Button variant="quiet" size="small" icon="bell" label={name} />
    {unread > 0 && (
      <span className="pointer-events-none absolute end-1 top-1 size-2 rounded-full bg-accent ring-2 ring-[var(--sunken)]" />
    )}
  </span>
)
