import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { t } from '../../kit/i18n.ts'
import { makeQueries } from '../../kit/web/queries.ts'

// A page stands before anything can be said about what was done on it.
const Toasts = lazy(() => import('../../kit/web/ui/overlay/Toasts.tsx').then(m => ({ default: m.Toasts })))

/** What stands around every page: language, links, data, toasts. */
export function Root() {
  const router = useRouter()
  const [queries] = useState<QueryClient>(makeQueries)
  return (
    <I18nProvider locale={t.locale === 'pseudo-rtl' ? 'ar-AE' : t.intl}>
      <RouterProvider navigate={href => void router.navigate({ href })}>
        <QueryClientProvider client={queries}>
          <Outlet />
          <Suspense>
            <Toasts />
          </Suspense>
        </QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  )
}
