import { pathTo } from '../../kit/paths.ts'
import { unitsField } from '../../accounts/web/unitsField.ts'
import { msg } from '../../kit/i18n.ts'
import { LazyUnitsField } from './LazyUnitsField.tsx'
import { recordWords } from '../../activity/web/recordWords.ts'
import type { WebRoom } from '../../kit/web/room.ts'

export const people: WebRoom = {
  name: 'people',
  pages: {
    '/people': () => import('./person/PeoplePage.tsx').then(m => m.PeoplePage),
    '/people/import': () => import('./ImportPages.tsx').then(m => m.PeopleImportPage),
    '/people/units': () => import('./units/UnitsPage.tsx').then(m => m.UnitsPage),
    '/people/units/import': () => import('./ImportPages.tsx').then(m => m.UnitImportPage),
    '/people/accounts': () => import('./AccountsPage.tsx').then(m => m.AccountsPage),
    '/people/teams': () => import('./TeamsPage.tsx').then(m => m.TeamsPage),
    '/people/$id': () => import('./person/PersonPage.tsx').then(m => m.PersonPage),
  },
  nav: [{ href: pathTo('/people'), label: msg('People'), icon: 'people', order: 90, needs: 'people.read', setup: true }],
  fills: [
    recordWords.by({
      verbs: () => import('../verbs.ts').then(m => m.peopleVerbs),
      icons: { unit: 'people', units: 'people', person: 'people' },
      pages: { person: '/people/$id' },
    }),
    unitsField.by(LazyUnitsField),
  ],
}
