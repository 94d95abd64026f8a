// What rooms name and others say: each room adds its own in its `vocabulary.d.ts`, and a word that no room has does not compile.

/** What a role may be allowed to do. */
export interface Permissions {}
/** What live events are about: the first word of the web client's query keys, too. */
export interface Topics {
  /** Who looks at a thing right now, which several rooms have. */
  [presence: `presence:${string}`]: true
}
/** What the record says happened. */
export interface Verbs {}
/** Addresses of the console's pages, with `$name` for parameters. */
export interface Pages {}

export type Permission = keyof Permissions
export type Topic = keyof Topics
export type Verb = keyof Verbs
export type Page = keyof Pages
