import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStatement, type Mention } from './statement.ts'

const dumped = readFileSync(join(import.meta.dirname, '../../db/schema.sql'), 'utf8')

export const tables: ReadonlySet<string> = new Set([...dumped.matchAll(/^CREATE TABLE public\.(\w+)/gm)].map(found => found[1]!))

/** Foreign keys that empty one column of theirs when what they refer to goes. */
export const emptyingKeys: string[] = [...dumped.matchAll(/ADD CONSTRAINT (\w+) .* ON DELETE SET (?:NULL|DEFAULT) \(/g)].map(
  found => found[1]!,
)

/** Policies that ask whether something is null. */
export const askingNull: string[] = [...dumped.matchAll(/^CREATE POLICY (\w+) ON public\.(\w+) .*IS (?:NOT )?NULL/gm)].map(
  ([, policy, table]) => `${policy} on ${table}`,
)

export interface Trigger {
  name: string
  on: string
  mentions: Mention[]
}

const bodies = new Map(
  [...dumped.matchAll(/^CREATE FUNCTION public\.(\w+)\(.*\n.*\n +AS \$\$([^]*?)\$\$;/gm)].map(([, name, body]) => [name!, body!]),
)

/** What a trigger does to other tables than its own. */
export const triggers: Trigger[] = [
  ...dumped.matchAll(/^CREATE TRIGGER (\w+) .* ON public\.(\w+) .*EXECUTE FUNCTION public\.(\w+)\(/gm),
].map(([, name, on, fn]) => ({
  name: name!,
  on: on!,
  mentions: readStatement(bodies.get(fn!) ?? '', tables).mentions.filter(({ table }) => table !== on),
}))
