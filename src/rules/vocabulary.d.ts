import type { ruleVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    'alert-rules': true
    'alert-replays': true
  }
  interface Verbs extends Record<keyof typeof ruleVerbs, true> {}
  interface Pages {
    '/rules': true
    '/rules/new': true
    '/rules/$id': true
  }
}
