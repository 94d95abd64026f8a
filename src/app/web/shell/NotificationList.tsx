import type { Href } from '../../../kit/paths.ts'
import { useState } from 'react'
import type { Result } from '../../../kit/contract.ts'
import { t } from '../../../kit/i18n.ts'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { when } from '../../../mail/web/mailWords.tsx'
import type { notificationsContract } from '../../../notifications/contract.ts'
import { foldNotifications, type Folded, manyHref, manyWords } from '../../../notifications/foldNotifications.ts'

export type NotificationItem = Result<typeof notificationsContract.list>['items'][number]

interface ToldListProps {
  title: string
  items: readonly NotificationItem[]
  onPress: () => void
}

/** What happened, newest first; many of a kind are one line. */
export function NotificationList({ title, items, onPress }: ToldListProps) {
  return (
    <section aria-label={title || undefined}>
      {title && <h3 className="mt-2 border-b border-line pb-1 text-small text-ink-3">{title}</h3>}
      <ul>
        {foldNotifications(items).map(part =>
          part.kind === 'one' ? (
            <Told key={part.item.id} item={part.item} onPress={onPress} />
          ) : (
            <Many key={part.of} part={part} onPress={onPress} />
          ),
        )}
      </ul>
    </section>
  )
}

interface LineProps {
  text: string
  href: Href | null
  at: string
  isNew: boolean
  onPress: () => void
}

const Line = ({ text, href, at, isNew, onPress }: LineProps) => (
  <div className="flex items-baseline justify-between gap-3">
    <span className={isNew ? 'min-w-0 font-strong' : 'min-w-0 text-ink-2'}>
      {href ? (
        <TextLink look="open" href={href} onPress={onPress}>
          {text}
        </TextLink>
      ) : (
        text
      )}
    </span>
    <time dateTime={at} className="text-small whitespace-nowrap text-ink-3">
      {when(at)}
    </time>
  </div>
)

const Told = ({ item, onPress }: { item: NotificationItem; onPress: () => void }) => (
  <li className="border-b border-line py-2 last:border-b-0">
    <Line text={item.text} href={item.href} at={item.createdAt} isNew={!item.readAt} onPress={onPress} />
    {item.detail && <p className="line-clamp-2 text-small text-ink-3">{item.detail}</p>}
  </li>
)

/** Many of a kind: one line with one link to act on all of them, the newest by name, and each of them on demand. */
function Many({ part, onPress }: { part: Extract<Folded<NotificationItem>, { kind: 'many' }>; onPress: () => void }) {
  const [open, setOpen] = useState(false)
  const newest = part.items[0]!
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <Line
        text={manyWords(part.of, part.n)}
        href={manyHref(part.of)}
        at={newest.createdAt}
        isNew={part.items.some(item => !item.readAt)}
        onPress={onPress}
      />
      {!open && <p className="line-clamp-2 text-small text-ink-2">{t('The newest: {text}', { text: newest.text })}</p>}
      <TextLink onPress={() => setOpen(!open)} className="text-small">
        {open ? t('Show less') : t('Show each of them')}
      </TextLink>
      {open && (
        <ul className="mt-1 border-s border-line ps-3">
          {part.items.map(item => (
            <Told key={item.id} item={item} onPress={onPress} />
          ))}
        </ul>
      )}
    </li>
  )
}
