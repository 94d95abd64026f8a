import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { watch } from '../../kit/web/live.ts'

/** Keeps sends and their invitations fresh: what left, was answered, came back. */
export function useSendingLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const refresh = () => {
      void queries.invalidateQueries({ queryKey: ['sends'] })
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).endsWith('/invitations') })
    }
    const ends = (['sends', 'invitations'] as const).map(topic => watch(topic, refresh))
    return () => ends.forEach(end => end())
  }, [queries])
}
