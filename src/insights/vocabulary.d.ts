import type { insightVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    insights: true
  }
  interface Verbs extends Record<keyof typeof insightVerbs, true> {}
  interface Pages {
    '/insights': true
  }
}
