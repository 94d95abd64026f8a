import { pathTo } from '../../kit/paths.ts'
import { LazyComment, LazyCommentLine } from './LazyComment.tsx'
import { msg } from '../../kit/i18n.ts'
import { commentSlot } from '../../responses/web/commentSlot.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const comments: WebRoom = {
  name: 'comments',
  pages: {
    '/comments': () => import('./CommentsPage.tsx').then(m => m.CommentsPage),
  },
  nav: [{ href: pathTo('/comments'), label: msg('Comments'), icon: 'chat', order: 50, needs: 'comments.read' }],
  fills: [
    recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.commentVerbs) }),
    commentSlot.by({ Comment: LazyComment, Line: LazyCommentLine }),
  ],
}
