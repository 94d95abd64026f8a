import type { responseVerbs } from './verbs.ts'

declare module '../kit/vocabulary.ts' {
  interface Topics {
    responses: true
    imports: true
  }
  interface Verbs extends Record<keyof typeof responseVerbs, true> {}
  interface Pages {
    '/surveys/$id/results': true
    '/surveys/$id/import': true
    '/responses': true
    '/responses/$id': true
  }
}
