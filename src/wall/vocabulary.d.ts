import type { wallVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    practices: true
  }
  interface Verbs extends Record<keyof typeof wallVerbs, true> {}
  interface Pages {
    '/wall': true
  }
}
