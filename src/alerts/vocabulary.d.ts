import type { alertVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    alerts: true
  }
  interface Verbs extends Record<keyof typeof alertVerbs, true> {}
  interface Pages {
    '/my-day': true
    '/alerts': true
    '/alerts/$id': true
  }
}
