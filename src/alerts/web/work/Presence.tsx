import { useEffect, useState } from 'react'
import { useSession } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { watch } from '../../../kit/web/live.ts'
import { list } from '../../../kit/words.ts'
import { Avatar } from '../../../kit/web/ui/Avatar.tsx'
import { type Heard, here, hears } from '../../presence.ts'
import { alertWork } from '../client.ts'

const BEAT_MS = 15_000

/** Who else looks at this alert right now. */
export function Presence({ id }: { id: string }) {
  const names = useOthers(id)
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

/** Everybody who looks says so now and then, and at once to whoever comes; who says nothing for a while has left. */
function useOthers(id: string): string[] {
  const me = useSession()?.user?.id
  const [heard, setHeard] = useState<Heard>({})
  useEffect(() => {
    if (!me) return
    const say = (leaving: boolean) => void alertWork.sayPresence({ params: { id }, body: { leaving } }).catch(() => {})
    const known = new Set<string>()
    const end = watch(`presence:${id}`, ({ data }) => {
      // The line stands (again): whoever is there is asked by coming anew.
      if (!data) return document.visibilityState === 'visible' && say(false)
      const { user, name, leaving } = data as { user: string; name: string; leaving: boolean }
      if (user === me) return
      if (!leaving && !known.has(user)) say(false)
      if (leaving) known.delete(user)
      else known.add(user)
      setHeard(before => hears(before, { user, name, leaving }, Date.now()))
    })
    const beat = () => {
      setHeard(before => here(before, Date.now()))
      if (document.visibilityState === 'visible') say(false)
    }
    const seen = () => say(document.visibilityState !== 'visible')
    const timer = setInterval(beat, BEAT_MS)
    document.addEventListener('visibilitychange', seen)
    return () => {
      end()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      say(true)
    }
  }, [id, me])
  return Object.values(heard).map(({ name }) => name)
}
