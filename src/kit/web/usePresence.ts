import { useEffect, useRef, useState } from 'react'
import { type Heard, here, hears } from '../presence.ts'
import { watch } from './live.ts'

const BEAT_MS = 15_000

/**
 * Names of those who look at the same thing right now, `me` (a login) left out. Everybody who looks says so now and then (`say`), and at once
 * to whoever comes; who says nothing for a while has left.
 */
export function usePresence(id: string, me: string | undefined, say: (leaving: boolean) => void): string[] {
  const [heard, setHeard] = useState<Heard>({})
  const latest = useRef(say)
  useEffect(() => void (latest.current = say))
  useEffect(() => {
    if (!me) return
    const tell = (leaving: boolean) => latest.current(leaving)
    const known = new Set<string>()
    const end = watch(`presence:${id}`, ({ data }) => {
      // The line stands (again): whoever is there is asked by coming anew.
      if (!data) return document.visibilityState === 'visible' && tell(false)
      const { user, name, leaving } = data as { user: string; name: string; leaving: boolean }
      if (user === me) return
      if (!leaving && !known.has(user)) tell(false)
      if (leaving) known.delete(user)
      else known.add(user)
      setHeard(before => hears(before, { user, name, leaving }, Date.now()))
    })
    const beat = () => {
      setHeard(before => here(before, Date.now()))
      if (document.visibilityState === 'visible') tell(false)
    }
    const seen = () => tell(document.visibilityState !== 'visible')
    const timer = setInterval(beat, BEAT_MS)
    document.addEventListener('visibilitychange', seen)
    return () => {
      end()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      tell(true)
    }
  }, [id, me])
  return Object.values(heard).map(({ name }) => name)
}
