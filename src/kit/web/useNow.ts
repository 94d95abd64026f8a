import { useEffect, useState } from 'react'

/** The time, again each half minute: “50 min ago” goes on while one looks at it. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
