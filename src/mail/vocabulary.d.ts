import type { mailVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    outbox: true
  }
  interface Verbs extends Record<keyof typeof mailVerbs, true> {}
  interface Pages {
    '/outbox': true
    '/outbox/$id': true
  }
}
