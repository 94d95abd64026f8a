import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '../../kit/web/search.ts'
import { CrashPage } from './CrashPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import type { Load } from '../../kit/web/room.ts'
import { openPages, pages } from './nav/pages.ts'
import { reloadOnce } from './reloadOnce.ts'
import { Root } from './Root.tsx'
import { Shell } from './shell/Shell.tsx'
import { StartPage } from './StartPage.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: CrashPage })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const open = createRoute({ getParentRoute: () => root, id: 'open', component: Outlet })

const lazy = (load: Load) => lazyRouteComponent(async () => ({ default: await load().catch(reloadOnce) }))

const inside = Object.entries(pages).map(([path, load]) =>
  createRoute({ getParentRoute: () => shell, path, component: lazy(load) }),
)
const outside = Object.entries(openPages).map(([path, load]) =>
  createRoute({ getParentRoute: () => open, path, component: lazy(load) }),
)
const start = createRoute({ getParentRoute: () => shell, path: '/', component: StartPage })
// What nobody knows is said inside the shell, with its navigation.
const unknown = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage })

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren([start, ...inside, unknown]), open.addChildren(outside)]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
})
