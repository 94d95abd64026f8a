import { mailTemplates } from '../../mail/template.ts'
import { causeFixRoutes, fixTemplate } from './fixRoutes.ts'
import { otherContacts } from '../../sending/server/invite/contacts.ts'
import { toldContacts } from './fixStore.ts'
import { causesRoutes } from './routes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'

export const causes: ServerRoom = {
  name: 'causes',
  routes: [causesRoutes, causeFixRoutes],
  fills: [mailTemplates.by(fixTemplate), otherContacts.by(toldContacts)],
}
