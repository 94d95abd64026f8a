import type { slaVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    calendars: true
    policies: true
  }
  interface Verbs extends Record<keyof typeof slaVerbs, true> {}
  interface Pages {
    '/settings/calendars': true
    '/settings/calendars/new': true
    '/settings/calendars/$id': true
    '/settings/promises': true
    '/settings/promises/new': true
    '/settings/promises/simulator': true
    '/settings/promises/$id': true
  }
}
