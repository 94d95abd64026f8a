import type { Tx } from '../../../kit/server/db.ts'
import type { Listed } from '../store/audience.ts'

/** A list may know the names of people whose address only is known so far. */
export async function saveNames(tx: Tx, people: readonly Listed[]): Promise<void> {
  const named = people.filter(person => person.name !== '')
  await tx.query({
    text: `update person p set name = x.name from unnest($2::text[], $3::text[]) x (email, name)
      where p.org_id = $1 and p.email = x.email and p.name = ''`,
    values: [tx.org, named.map(person => person.email), named.map(person => person.name)],
  })
}
