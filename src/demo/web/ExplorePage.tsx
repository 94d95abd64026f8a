import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { SignedOutLayout } from '../../accounts/web/signIn/SignedOutLayout.tsx'
import { t } from '../../kit/i18n.ts'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { demo } from './client.ts'
import { MakingProgress } from './MakingProgress.tsx'

// A small machine needs its time for six thousand answers.
const options = { timeout: 300_000 }

/** Makes the demo organisation if need be, and goes in. */
export function ExplorePage() {
  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: () => demo.exploreDemo({}, options),
    // Opened anew: nothing that was read before stays.
    onSuccess: () => location.assign('/'),
  })
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    enter.mutate()
  }, [enter])
  return (
    <SignedOutLayout
      title={t('The demo organisation')}
      intro={t('Northwind Water is made up: four regions, 1,500 customers, eighteen months of answers.')}
    >
      {enter.error ? <ErrorState error={enter.error} retry={() => enter.mutate()} /> : <MakingProgress />}
    </SignedOutLayout>
  )
}
