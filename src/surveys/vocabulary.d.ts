import type { surveyVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    surveys: true
    'help-requests': true
  }
  interface Verbs extends Record<keyof typeof surveyVerbs, true> {}
  interface Pages {
    '/surveys': true
    '/surveys/new': true
    '/surveys/$id': true
    '/surveys/$id/translate': true
    '/surveys/$id/publish': true
    '/surveys/$id/settings': true
    '/surveys/$id/activity': true
    '/surveys/$id/help': true
    '/surveys/$id/help/$help': true
  }
}
