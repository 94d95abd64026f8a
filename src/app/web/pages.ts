import type { ComponentType } from 'react'

export type Load = () => Promise<ComponentType>

/**
 * Every page of the console: its address, and where it is loaded from when somebody goes there.
 * Parameters (`$id`) reach a page through `useParams({ strict: false })`, filters through kit/web/search.ts.
 */
export const pages: Record<string, Load> = {
  '/my-day': () => import('../../alerts/web/MyDayPage.tsx').then(m => m.MyDayPage),
  '/alerts': () => import('../../alerts/web/AlertsPage.tsx').then(m => m.AlertsPage),
  '/alerts/$id': () => import('../../alerts/web/AlertPage.tsx').then(m => m.AlertPage),
  '/rules': () => import('../../alerts/web/RulesPage.tsx').then(m => m.RulesPage),
  '/rules/new': () => import('../../alerts/web/NewRulePage.tsx').then(m => m.NewRulePage),
  '/rules/$id': () => import('../../alerts/web/RulePage.tsx').then(m => m.RulePage),
  '/causes': () => import('../../causes/web/CausesPage.tsx').then(m => m.CausesPage),
  '/insights': () => import('../../insights/web/InsightsPage.tsx').then(m => m.InsightsPage),
  '/kit': () => import('./kit/KitPage.tsx').then(m => m.KitPage),
}

/** Pages without the shell, open to those who are not signed in. */
export const openPages: Record<string, Load> = {}

/** Whether there is such a page yet. */
export const knowsPage = (path: string): boolean => path in pages

/** Pages that show nobody's data, so that they open without signing in. */
export const isOpenPage = (path: string): boolean => path === '/kit'
