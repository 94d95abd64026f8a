import { pathTo } from '../../kit/paths.ts'
import { settingsPlaces, manages } from './settingsPlaces.ts'
import { t } from '../../kit/i18n.ts'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const accounts: WebRoom = {
  name: 'accounts',
  pages: {
    '/profile': () => import('./profile/ProfilePage.tsx').then(m => m.ProfilePage),
    '/settings': () => import('./organisation/OrganisationPage.tsx').then(m => m.OrganisationPage),
    '/settings/members': () => import('./members/MembersPage.tsx').then(m => m.MembersPage),
    '/settings/keys': () => import('./members/KeysPage.tsx').then(m => m.KeysPage),
    '/settings/operator': () => import('./operator/OperatorPage.tsx').then(m => m.OperatorPage),
  },
  openPages: {
    '/welcome': () => import('./signIn/WelcomePage.tsx').then(m => m.WelcomePage),
    '/sign-in': () => import('./signIn/SignInPage.tsx').then(m => m.SignInPage),
    '/sign-in/$token': () => import('./signIn/LinkPage.tsx').then(m => m.LinkPage),
    '/sign-up': () => import('./signIn/SignUpPage.tsx').then(m => m.SignUpPage),
    '/forgot-password': () => import('./signIn/ForgotPasswordPage.tsx').then(m => m.ForgotPasswordPage),
    '/reset-password/$token': () => import('./signIn/ResetPasswordPage.tsx').then(m => m.ResetPasswordPage),
    '/invitations/$token': () => import('./signIn/InvitationPage.tsx').then(m => m.InvitationPage),
  },
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.accountVerbs),
      icons: { org: 'settings', member: 'people', key: 'key', login: 'lock' },
      pages: { org: '/settings' },
    }),
    settingsPlaces.by({ href: pathTo('/settings'), order: 10, label: () => t('Organisation'), open: () => true }),
    settingsPlaces.by({
      href: pathTo('/settings/members'),
      order: 60,
      label: () => t('Members'),
      open: manages('members.manage'),
    }),
    settingsPlaces.by({ href: pathTo('/settings/keys'), order: 70, label: () => t('API keys'), open: manages('org.manage') }),
    settingsPlaces.by({
      href: pathTo('/settings/operator'),
      order: 90,
      label: () => t('Installation'),
      open: session => session.user?.operator ?? false,
    }),
  ],
}
