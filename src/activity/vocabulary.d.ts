export {}

declare module '../kit/vocabulary.ts' {
  interface Pages {
    '/activity': true
  }
}
