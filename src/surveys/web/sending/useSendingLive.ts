import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLiveMessages } from '../../../kit/web/live.ts'

/** Keeps sends and their invitations fresh: what left, was answered, came back. */
export function useSendingLive(): void {
  const queries = useQueryClient()
  const refresh = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['sends'] })
    void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).endsWith('/invitations') })
  }, [queries])
  useLiveMessages('sends', refresh)
  useLiveMessages('invitations', refresh)
}
