import { demoAvailable as canBeVisited } from '../../accounts/server/orgs/demoAvailable.ts'
import { installationSetUp } from '../../accounts/server/orgs/installationSetUp.ts'
import { closeToVisitors } from './closeToVisitors.ts'
import { customersClock, demoJobs } from './simulatedCustomers.ts'
import { demoRoutes, samplePages } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const demo: ServerRoom = {
  name: 'demo',
  routes: [demoRoutes],
  pages: [samplePages],
  jobs: [...demoJobs],
  clocks: [customersClock],
  fills: [canBeVisited.by(() => true), installationSetUp.by(closeToVisitors)],
}
