import type { Tx } from '../../kit/server/db.ts'

export interface News {
  to: string | null
  name: string
  locale: string | null
  customer: string | null
  unit: string | null
  score: number | null
  most: number | null
  said: string | null
}

/** What a mail to the owner says about an alert. */
export async function readNews(tx: Tx, alertId: string, ownerId: string): Promise<News | undefined> {
  const { rows } = await tx.query<News>({
    name: 'alert-news',
    text: `select o.email as "to", o.name, o.locale, nullif(p.name, '') as customer, u.name as unit,
        (a.headline ->> 'value')::float8 as score, (a.headline ->> 'max')::float8 as most,
        (select left(w.text, 400) from answer w where w.org_id = a.org_id and w.response_id = a.response_id and w.kind = 'text'
          and w.text <> '' order by length(w.text) desc limit 1) as said
      from alert a
      join person o on o.org_id = a.org_id and o.id = $3
      left join person p on p.org_id = a.org_id and p.id = a.person_id
      left join unit u on u.org_id = a.org_id and u.id = a.unit_id
      where a.org_id = $1 and a.id = $2`,
    values: [tx.org, alertId, ownerId],
  })
  return rows[0]
}
