export {}

declare module '../kit/vocabulary.ts' {
  interface Pages {
    '/kit': true
  }
}
