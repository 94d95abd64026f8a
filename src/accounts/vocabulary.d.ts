import type { permissions } from './permissions.ts'
import type { accountVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Permissions extends Record<(typeof permissions)[number], true> {}
  interface Topics {
    members: true
    org: true
  }
  interface Verbs extends Record<keyof typeof accountVerbs, true> {}
  interface Pages {
    '/profile': true
    '/settings': true
    '/settings/members': true
    '/settings/keys': true
    '/settings/operator': true
    '/welcome': true
    '/sign-in': true
    '/sign-in/$token': true
    '/sign-up': true
    '/forgot-password': true
    '/reset-password/$token': true
    '/invitations/$token': true
  }
}
