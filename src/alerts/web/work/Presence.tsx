import { useSession } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Avatar } from '../../../kit/web/ui/Avatar.tsx'
import { usePresence } from '../../../kit/web/usePresence.ts'
import { list } from '../../../kit/words.ts'
import { alertWork } from '../client.ts'

/** Who else looks at this alert right now. */
export function Presence({ id }: { id: string }) {
  const me = useSession()?.user?.id
  const say = (leaving: boolean) => void alertWork.sayPresence({ params: { id }, body: { leaving } }).catch(() => {})
  const names = usePresence(id, me, say)
  if (names.length === 0) return null
  const words = t('{names} {n, plural, one {looks} other {look}} at this too', { names: list(names), n: names.length })
  return (
    <span role="status" title={words} className="inline-flex flex-none items-center gap-1">
      {names.slice(0, 3).map(name => (
        <Avatar key={name} name={name} here />
      ))}
      <span className="sr-only">{words}</span>
    </span>
  )
}
