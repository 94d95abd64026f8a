import { useEffect, useState } from 'react'
import { watch } from '../../../kit/web/live.ts'

interface Newcomers {
  /** How many came in and are not shown yet. */
  n: number
  /** Those that were put on top last. */
  ids: ReadonlySet<string>
  show: () => void
}

/** Counts the answers that come in while a list is read; `show` reads the list again. */
export function useNewcomers(survey: string, refetch: () => void): Newcomers {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set())
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  useEffect(
    () =>
      watch('responses', ({ id, data }) => {
        if (id !== undefined && data?.['survey'] === survey) setWaiting(all => new Set([...all, id]))
      }),
    [survey],
  )
  const show = () => {
    setIds(waiting)
    setWaiting(new Set())
    refetch()
    scrollTo({ top: 0 })
  }
  return { n: waiting.size, ids, show }
}
