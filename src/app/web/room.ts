import type { WebRoom } from '../../kit/web/room.ts'

export const app: WebRoom = {
  name: 'app',
  pages: {
    '/kit': () => import('./kit/KitPage.tsx').then(m => m.KitPage),
  },
}
