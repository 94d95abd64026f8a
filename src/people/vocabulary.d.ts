import type { peopleVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    people: true
    units: true
    teams: true
    'customer-accounts': true
  }
  interface Verbs extends Record<keyof typeof peopleVerbs, true> {}
  interface Pages {
    '/people': true
    '/people/import': true
    '/people/units': true
    '/people/units/import': true
    '/people/accounts': true
    '/people/teams': true
    '/people/$id': true
  }
}
