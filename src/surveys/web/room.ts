import { pathTo } from '../../kit/paths.ts'
import { msg } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const surveys: WebRoom = {
  name: 'surveys',
  pages: {
    '/surveys': () => import('./list/SurveysPage.tsx').then(m => m.SurveysPage),
    '/surveys/new': () => import('./list/NewSurveyPage.tsx').then(m => m.NewSurveyPage),
    '/surveys/$id': () => import('./build/BuildPage.tsx').then(m => m.BuildPage),
    '/surveys/$id/translate': () => import('./translate/TranslatePage.tsx').then(m => m.TranslatePage),
    '/surveys/$id/publish': () => import('./publish/PublishPage.tsx').then(m => m.PublishPage),
    '/surveys/$id/settings': () => import('./settings/SurveySettingsPage.tsx').then(m => m.SurveySettingsPage),
    '/surveys/$id/activity': () => import('./settings/SurveyActivityPage.tsx').then(m => m.SurveyActivityPage),
    '/surveys/$id/help': () => import('./help/HelpPage.tsx').then(m => m.HelpPage),
    '/surveys/$id/help/$help': () => import('./help/HelpPage.tsx').then(m => m.HelpPage),
  },
  nav: [{ href: pathTo('/surveys'), label: msg('Surveys'), icon: 'surveys', order: 70, needs: 'surveys.read', setup: true }],
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.surveyVerbs),
      icons: { survey: 'surveys', help: 'chat' },
      pages: { survey: '/surveys/$id' },
    }),
  ],
}
