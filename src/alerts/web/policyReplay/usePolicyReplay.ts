import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { makeClient } from '../../../kit/web/api.ts'
import type { PolicyOverrides } from '../../../sla/contract.ts'
import { policyReplayContract } from '../../policyReplay/policyReplayContract.ts'

const client = makeClient(policyReplayContract)
const TOGETHER = 100
/** The newest so many alerts are looked at. */
export const MOST = 5_000

/** What is tried on which days; `from` and `to` empty: the quarter before this one. */
export interface PolicyTrial {
  policy: string
  terms: PolicyOverrides
  from: string | undefined
}

/** Reads a replay page after page until it is through, or until it is stopped. */
export function usePolicyReplay(trial: PolicyTrial | null, stopped: boolean) {
  const { policy = '', terms = {}, from } = trial ?? {}
  const query = useInfiniteQuery({
    ...client.replayPolicy.pages({
      params: { id: policy },
      query: { limit: TOGETHER, terms: JSON.stringify(terms), ...(from && { from }) },
    }),
    enabled: trial !== null && !stopped,
    // What it found is told of that moment; who wants to know again tries again.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const pages = query.data?.pages ?? []
  const alerts = pages.flatMap(page => page.items)
  const goesOn = query.hasNextPage && alerts.length < MOST && !query.isFetching && !query.isError && !stopped
  const { fetchNextPage } = query
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const first = pages[0]
  return {
    alerts,
    about: first && { from: first.from, to: first.to, total: first.total, edits: first.edits },
    going: trial !== null && !stopped && !query.isError && (query.isFetching || goesOn),
    error: query.error,
    retry: () => void (query.data ? fetchNextPage() : query.refetch()),
  }
}
