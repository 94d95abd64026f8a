export {}

declare module '../kit/vocabulary.ts' {
  interface Pages {
    '/': true
    '/kit': true
  }
}
