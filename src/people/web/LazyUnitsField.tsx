import { lazy, Suspense } from 'react'
import type { UnitsFieldProps } from '../../accounts/web/unitsField.ts'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'

const UnitsField = lazy(() => import('./UnitsField.tsx').then(m => ({ default: m.UnitsField })))

/** The directory's field for units, fetched when a dialog of accounts shows it. */
export const LazyUnitsField = (props: UnitsFieldProps) => (
  <Suspense fallback={<Skeleton rows={1} />}>
    <UnitsField {...props} />
  </Suspense>
)
