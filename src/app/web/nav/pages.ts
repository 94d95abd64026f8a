import type { ComponentType } from 'react'

export type Load = () => Promise<ComponentType>

/**
 * Every page of the console: its address, and where it is loaded from when somebody goes there.
 * Parameters (`$id`) reach a page through `useParams({ strict: false })`, filters through kit/web/search.ts.
 */
export const pages: Record<string, Load> = {
  '/my-day': () => import('../../../alerts/web/MyDayPage.tsx').then(m => m.MyDayPage),
  '/alerts': () => import('../../../alerts/web/list/AlertsPage.tsx').then(m => m.AlertsPage),
  '/alerts/$id': () => import('../../../alerts/web/page/AlertPage.tsx').then(m => m.AlertPage),
  '/wall': () => import('../../../wall/web/WallPage.tsx').then(m => m.WallPage),
  '/rules': () => import('../../../rules/web/RulesPage.tsx').then(m => m.RulesPage),
  '/rules/new': () => import('../../../rules/web/NewRulePage.tsx').then(m => m.NewRulePage),
  '/rules/$id': () => import('../../../rules/web/RulePage.tsx').then(m => m.RulePage),
  '/comments': () => import('../../../comments/web/CommentsPage.tsx').then(m => m.CommentsPage),
  '/causes': () => import('../../../causes/web/CausesPage.tsx').then(m => m.CausesPage),
  '/insights': () => import('../../../insights/web/InsightsPage.tsx').then(m => m.InsightsPage),
  '/activity': () => import('../../../activity/web/ActivityPage.tsx').then(m => m.ActivityPage),
  '/people': () => import('../../../people/web/person/PeoplePage.tsx').then(m => m.PeoplePage),
  '/people/import': () => import('../../../people/web/ImportPages.tsx').then(m => m.PeopleImportPage),
  '/people/units': () => import('../../../people/web/units/UnitsPage.tsx').then(m => m.UnitsPage),
  '/people/units/import': () => import('../../../people/web/ImportPages.tsx').then(m => m.UnitImportPage),
  '/people/accounts': () => import('../../../people/web/AccountsPage.tsx').then(m => m.AccountsPage),
  '/people/teams': () => import('../../../people/web/TeamsPage.tsx').then(m => m.TeamsPage),
  '/people/$id': () => import('../../../people/web/person/PersonPage.tsx').then(m => m.PersonPage),
  '/profile': () => import('../../../accounts/web/profile/ProfilePage.tsx').then(m => m.ProfilePage),
  '/settings': () => import('../../../accounts/web/organisation/OrganisationPage.tsx').then(m => m.OrganisationPage),
  '/settings/members': () => import('../../../accounts/web/members/MembersPage.tsx').then(m => m.MembersPage),
  '/settings/keys': () => import('../../../accounts/web/members/KeysPage.tsx').then(m => m.KeysPage),
  '/settings/operator': () => import('../../../accounts/web/operator/OperatorPage.tsx').then(m => m.OperatorPage),
  '/surveys': () => import('../../../surveys/web/list/SurveysPage.tsx').then(m => m.SurveysPage),
  '/surveys/new': () => import('../../../surveys/web/list/NewSurveyPage.tsx').then(m => m.NewSurveyPage),
  '/surveys/$id': () => import('../../../surveys/web/build/BuildPage.tsx').then(m => m.BuildPage),
  '/surveys/$id/translate': () => import('../../../surveys/web/translate/TranslatePage.tsx').then(m => m.TranslatePage),
  '/surveys/$id/publish': () => import('../../../surveys/web/publish/PublishPage.tsx').then(m => m.PublishPage),
  '/surveys/$id/settings': () => import('../../../surveys/web/settings/SurveySettingsPage.tsx').then(m => m.SurveySettingsPage),
  '/surveys/$id/activity': () => import('../../../surveys/web/settings/SurveyActivityPage.tsx').then(m => m.SurveyActivityPage),
  '/outbox': () => import('../../../mail/web/OutboxPage.tsx').then(m => m.OutboxPage),
  '/outbox/$id': () => import('../../../mail/web/MailPage.tsx').then(m => m.MailPage),
  '/surveys/$id/send': () => import('../../../sending/web/SharePage.tsx').then(m => m.SharePage),
  '/surveys/$id/send/new': () => import('../../../sending/web/SendPage.tsx').then(m => m.SendPage),
  '/surveys/$id/invitations': () => import('../../../sending/web/InvitationsPage.tsx').then(m => m.InvitationsPage),
  '/settings/mail': () => import('../../../sending/web/MailSettingsPage.tsx').then(m => m.MailSettingsPage),
  '/settings/notifications': () => import('../../../notifications/web/ChoicesPage.tsx').then(m => m.ChoicesPage),
  '/settings/webhooks': () => import('../../../webhooks/web/WebhooksPage.tsx').then(m => m.WebhooksPage),
  '/settings/webhooks/$id': () => import('../../../webhooks/web/WebhookPage.tsx').then(m => m.WebhookPage),
  '/settings/calendars': () => import('../../../sla/web/CalendarsPage.tsx').then(m => m.CalendarsPage),
  '/settings/calendars/new': () => import('../../../sla/web/CalendarPage.tsx').then(m => m.CalendarPage),
  '/settings/calendars/$id': () => import('../../../sla/web/CalendarPage.tsx').then(m => m.CalendarPage),
  '/settings/promises': () => import('../../../sla/web/PoliciesPage.tsx').then(m => m.PoliciesPage),
  '/settings/promises/new': () => import('../../../sla/web/PolicyPage.tsx').then(m => m.PolicyPage),
  '/settings/promises/simulator': () => import('../../../sla/web/SimulatorPage.tsx').then(m => m.SimulatorPage),
  '/settings/promises/$id': () => import('../../../sla/web/PolicyPage.tsx').then(m => m.PolicyPage),
  '/surveys/$id/results': () => import('../../../responses/web/results/ResultsPage.tsx').then(m => m.ResultsPage),
  '/surveys/$id/import': () => import('../../../responses/web/importing/HistoryPage.tsx').then(m => m.HistoryPage),
  '/surveys/$id/help': () => import('../../../responses/web/help/HelpPage.tsx').then(m => m.HelpPage),
  '/surveys/$id/help/$help': () => import('../../../responses/web/help/HelpPage.tsx').then(m => m.HelpPage),
  '/responses': () => import('../../../responses/web/browse/ResponsesPage.tsx').then(m => m.ResponsesPage),
  '/responses/$id': () => import('../../../responses/web/response/ResponsePage.tsx').then(m => m.ResponsePage),
  '/settings/demo': () => import('../../../demo/web/DemoPage.tsx').then(m => m.DemoPage),
  '/kit': () => import('../kit/KitPage.tsx').then(m => m.KitPage),
}

/** Pages without the shell, open to those who are not signed in. */
export const openPages: Record<string, Load> = {
  '/welcome': () => import('../../../accounts/web/signIn/WelcomePage.tsx').then(m => m.WelcomePage),
  '/demo': () => import('../../../demo/web/ExplorePage.tsx').then(m => m.ExplorePage),
  '/sign-in': () => import('../../../accounts/web/signIn/SignInPage.tsx').then(m => m.SignInPage),
  '/sign-in/$token': () => import('../../../accounts/web/signIn/LinkPage.tsx').then(m => m.LinkPage),
  '/sign-up': () => import('../../../accounts/web/signIn/SignUpPage.tsx').then(m => m.SignUpPage),
  '/forgot-password': () => import('../../../accounts/web/signIn/ForgotPasswordPage.tsx').then(m => m.ForgotPasswordPage),
  '/reset-password/$token': () => import('../../../accounts/web/signIn/ResetPasswordPage.tsx').then(m => m.ResetPasswordPage),
  '/invitations/$token': () => import('../../../accounts/web/signIn/InvitationPage.tsx').then(m => m.InvitationPage),
}

/** Whether there is such a page yet. */
export const knowsPage = (path: string): boolean => path in pages

/** Pages that show nobody's data, so that they open without signing in. */
export const isOpenPage = (path: string): boolean => path === '/kit'
