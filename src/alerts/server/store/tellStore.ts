import { longestText } from '../../../responses/server/read/said.ts'
import { nameIfKnownOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { News } from '../../news.ts'
import { isVeiled } from './alertSql.ts'

export interface Opened {
  id: string
  ownerId: string
  /** Something was promised for it. */
  promised: boolean
}

/** What a notification to the owner says about an alert. */
export const readNews = async (tx: Tx, alertId: string): Promise<News | undefined> =>
  (await readAllNews(tx, [alertId])).get(alertId)

export async function readAllNews(tx: Tx, alertIds: readonly string[]): Promise<Map<string, News>> {
  const { rows } = await tx.query<News & { id: string }>({
    name: 'alert-news',
    text: `select a.id, ${nameIfKnownOfSql('a.person_id')} as customer, u.name as unit,
        case when not e.veiled then (a.headline ->> 'value')::float8 end as score, (a.headline ->> 'max')::float8 as most,
        case when not e.veiled then ${longestText('a.org_id', 'a.response_id', 400)} end as said
      from alert a cross join lateral (select ${isVeiled('a')} as veiled) e
      left join unit u on u.org_id = a.org_id and u.id = a.unit_id
      where a.org_id = $1 and a.id = any($2)`,
    values: [tx.org, alertIds],
  })
  return new Map(rows.map(row => [row.id, row]))
}
