import type { ReactNode } from 'react'
import type { CursorList } from '../../list.ts'
import { ErrorState } from './ErrorState.tsx'
import { Skeleton } from './Skeleton.tsx'

export interface LoadListProps<Row> {
  list: Pick<CursorList<Row>, 'data' | 'error' | 'refetch'>
  /** Shown when there is nothing: an Empty that says what comes next. */
  empty: ReactNode
  skeleton?: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}

/** A list of whatever look: what stands in its place until it is there, when it cannot be read, and when there is nothing. */
export function LoadList<Row>({ list, empty, skeleton, children }: LoadListProps<Row>) {
  if (list.data !== undefined) return list.data.length > 0 ? children(list.data) : empty
  return list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : (skeleton ?? <Skeleton rows={6} />)
}
