import { useQuery } from '@tanstack/react-query'
import { makeClient } from '../../../kit/web/api.ts'
import { notificationsContract } from '../../../notifications/contract.ts'

export const notifications = makeClient(notificationsContract)

export const useNotifications = () => useQuery({ ...notifications.list.query({ query: { limit: 100 } }), retry: false }).data

/** How many have not been looked at, beside whatever leads to them. */
export function Unread({ className }: { className: string }) {
  const unread = useNotifications()?.unread ?? 0
  if (unread === 0) return null
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[.625rem] leading-none font-strong text-on-accent tabular-nums ${className}`}
    >
      {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
    </span>
  )
}

const MOST_COUNTED = 99
