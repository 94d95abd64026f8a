import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { makeClient } from '../../../kit/web/api.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { watch } from '../../../kit/web/live.ts'
import { alertReplaysContract, type Replay } from '../../ruleContract.ts'

export const alertReplays = makeClient(alertReplaysContract)

/** Replays of a rule, newest first, read again as they go on. */
export function useReplays(id: string) {
  const queries = useQueryClient()
  const options = alertReplays.listReplays.pages({ params: { id }, query: { limit: 10 } })
  const [resource, path] = options.queryKey
  useEffect(
    () => watch('alert-replays', () => void queries.invalidateQueries({ queryKey: [resource, path] })),
    [queries, resource, path],
  )
  return useCursorList<Replay>(options)
}

export const isGoing = ({ state }: Replay): boolean => state === 'waiting' || state === 'running'
