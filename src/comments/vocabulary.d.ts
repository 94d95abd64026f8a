import type { commentVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    comments: true
  }
  interface Verbs extends Record<keyof typeof commentVerbs, true> {}
  interface Pages {
    '/comments': true
  }
}
