import type { causeVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    causes: true
  }
  interface Verbs extends Record<keyof typeof causeVerbs, true> {}
  interface Pages {
    '/causes': true
  }
}
