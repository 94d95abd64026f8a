import type { ComponentType } from 'react'

export type Load = () => Promise<ComponentType>

/**
 * Every page of the console: its address, and where it is loaded from when somebody goes there.
 * Parameters (`$id`) reach a page through `useParams({ strict: false })`, filters through kit/web/search.ts.
 */
export const pages: Record<string, Load> = {
  '/kit': () => import('./kit/KitPage.tsx').then(m => m.KitPage),
}

/** Pages without the shell, open to those who are not signed in. */
export const openPages: Record<string, Load> = {}

/** Whether there is such a page yet. */
export const knowsPage = (path: string): boolean => path in pages

/** Pages that show nobody's data, so that they open without signing in. */
export const isOpenPage = (path: string): boolean => path === '/kit'
