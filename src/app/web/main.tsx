import '../../kit/web/kit.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { chosenLocale, speak } from '../../kit/web/locale.ts'
import { fillPorts } from './nav/rooms.ts'
import { router } from './router.tsx'

fillPorts()
await speak(chosenLocale())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
// Only so that the console can be installed and says so when there is no connection; it caches no data.
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js').catch(() => {})
