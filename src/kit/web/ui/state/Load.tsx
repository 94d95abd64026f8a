import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { Skeleton } from './Skeleton.tsx'

export interface LoadProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>
  children: (data: T) => ReactNode
  skeleton?: ReactNode
}

/** What a query brings: its skeleton, its error with a way on, then the thing itself. What is known stays while it is read again. */
export function Load<T>({ query, children, skeleton = <Skeleton /> }: LoadProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  return skeleton
}
