import type { demoVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Verbs extends Record<keyof typeof demoVerbs, true> {}
  interface Pages {
    '/settings/demo': true
    '/demo': true
  }
}
