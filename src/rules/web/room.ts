import { pathTo } from '../../kit/paths.ts'
import { msg } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const rules: WebRoom = {
  name: 'rules',
  pages: {
    '/rules': () => import('./RulesPage.tsx').then(m => m.RulesPage),
    '/rules/new': () => import('./NewRulePage.tsx').then(m => m.NewRulePage),
    '/rules/$id': () => import('./RulePage.tsx').then(m => m.RulePage),
  },
  nav: [{ href: pathTo('/rules'), label: msg('Rules'), icon: 'rules', order: 80, needs: 'rules.read', setup: true }],
  fills: [recordWords.by({ verbs: () => import('../verbs.ts').then(m => m.ruleVerbs), pages: { alert_rule: '/rules/$id' } })],
}
