import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { onProblem } from '../../../kit/web/api.ts'

const SessionEndedDialog = lazy(() => import('./SessionEndedDialog.tsx').then(m => ({ default: m.SessionEndedDialog })))

/** A call that was refused because nobody is signed in any more makes the console look again who is. */
export function SessionEnded({ ended }: { ended: boolean }) {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ['session'] })
  useEffect(
    () => onProblem(error => error.code === 'not_signed_in' && void queries.invalidateQueries({ queryKey: ['session'] })),
    [queries],
  )
  return <Suspense>{ended && <SessionEndedDialog look={look} />}</Suspense>
}
