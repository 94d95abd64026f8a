import { longestTextSql } from '../../../responses/server/read/answerTextSql.ts'
import { nameIfKnownOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { AlertSummary } from '../../alertSummary.ts'
import { isSuppressedSql } from './alertSql.ts'

export interface OpenedAlert {
  id: string
  ownerId: string
  /** Something was promised for it. */
  promised: boolean
}

/** What a notification to the owner says about an alert. */
export const readAlertSummary = async (tx: Tx, alertId: string): Promise<AlertSummary | undefined> =>
  (await readAlertSummaries(tx, [alertId])).get(alertId)

export async function readAlertSummaries(tx: Tx, alertIds: readonly string[]): Promise<Map<string, AlertSummary>> {
  const { rows } = await tx.query<AlertSummary & { id: string }>({
    name: 'alert-news',
    text: `select a.id, ${nameIfKnownOfSql('a.person_id')} as customer, u.name as unit,
        case when not e.veiled then (a.headline ->> 'value')::float8 end as score, (a.headline ->> 'max')::float8 as most,
        case when not e.veiled then ${longestTextSql('a.org_id', 'a.response_id', 400)} end as said
      from alert a cross join lateral (select ${isSuppressedSql('a')} as veiled) e
      left join unit u on u.org_id = a.org_id and u.id = a.unit_id
      where a.org_id = $1 and a.id = any($2)`,
    values: [tx.org, alertIds],
  })
  return new Map(rows.map(row => [row.id, row]))
}
