import type { webhookVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    webhooks: true
  }
  interface Verbs extends Record<keyof typeof webhookVerbs, true> {}
  interface Pages {
    '/settings/webhooks': true
    '/settings/webhooks/$id': true
  }
}
