import { draftPreview } from './draftPreview.ts'
import { respondentPages } from './respondentPages.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const respond: ServerRoom = {
  name: 'respond',
  routes: [draftPreview],
  pages: [respondentPages],
}
