import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { t } from '../../kit/i18n.ts'
import { makeQueries } from '../../kit/web/queries.ts'
import { Toasts } from '../../kit/web/ui/overlay/Toasts.tsx'

/** What stands around every page: language, links, data, toasts. */
export function Root() {
  const router = useRouter()
  const [queries] = useState<QueryClient>(makeQueries)
  return (
    <I18nProvider locale={t.locale === 'pseudo-rtl' ? 'ar-AE' : t.intl}>
      <RouterProvider navigate={href => void router.navigate({ href })}>
        <QueryClientProvider client={queries}>
          <Outlet />
          <Toasts />
        </QueryClientProvider>
      </RouterProvider>
    </I18nProvider>
  )
}
