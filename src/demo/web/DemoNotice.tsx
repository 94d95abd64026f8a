import { lazy, Suspense } from 'react'
import { useSession } from '../../accounts/web/session.ts'

const DemoBar = lazy(() => import('./DemoBar.tsx').then(m => ({ default: m.DemoBar })))

/** Stands above every page of the demo organisation, and is fetched there only. */
export function DemoNotice() {
  const inDemo = useSession()?.org?.demo ?? false
  return <Suspense>{inDemo && <DemoBar />}</Suspense>
}
