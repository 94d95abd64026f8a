export {}

declare module '../kit/vocabulary.ts' {
  interface Topics {
    notifications: true
  }
  interface Pages {
    '/settings/notifications': true
  }
}
