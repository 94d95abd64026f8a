import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watch } from '../../kit/web/live.ts'

/** New answers come by the hundred; the figures are counted again at most this often. */
const APART_MS = 4_000

/** Counts again when somebody answers, or says why an alert happened. */
export function useFresh(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const recount = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void queries.invalidateQueries({ queryKey: ['insights'] })
      }, APART_MS)
    }
    const ends = (['responses', 'alerts', 'insights'] as const).map(topic => watch(topic, recount))
    return () => {
      clearTimeout(timer)
      ends.forEach(end => end())
    }
  }, [queries])
}
