import type { Tx } from '../../../kit/server/db.ts'
import type { RelatedAlerts, RelatedAlert } from '../../workContract.ts'
import { findAlert } from '../read/findAlerts.ts'
import { listRelatedAlerts, type RelatedAlertRow } from '../store/mergeStore.ts'
import { readPast } from './customerHistoryStore.ts'
import { viewerOf } from '../store/viewer.ts'

/** What stands around an alert: the customer's other matters, what happened before. */
export async function readRelatedAlerts(tx: Tx, id: string): Promise<RelatedAlerts> {
  const { person } = await findAlert(tx, id)
  const sight = await viewerOf(tx)
  const rows = await listRelatedAlerts(tx, id, sight)
  const of = (relation: RelatedAlertRow['relation']) => rows.filter(row => row.relation === relation).map(siblingOf)
  const past = person && !person.erased ? await readPast(tx, person.id, sight.units) : []
  return {
    partOf: of('part-of')[0] ?? null,
    merged: of('merged'),
    others: of('other'),
    past: past.filter(item => item.id !== id).map(({ at, ...item }) => ({ ...item, at: at.toISOString() })),
  }
}

const siblingOf = ({ id, survey, unit, owner, person, said, openedAt }: RelatedAlertRow): RelatedAlert => ({
  id,
  survey,
  unit,
  owner,
  person,
  said,
  openedAt: openedAt.toISOString(),
})
