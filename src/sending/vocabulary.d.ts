import type { sendingVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    sends: true
    invitations: true
  }
  interface Verbs extends Record<keyof typeof sendingVerbs, true> {}
  interface Pages {
    '/surveys/$id/send': true
    '/surveys/$id/send/new': true
    '/surveys/$id/invitations': true
    '/settings/mail': true
  }
}
