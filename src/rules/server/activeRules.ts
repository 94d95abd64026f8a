import type { Tx } from '../../kit/server/db.ts'
import { type ActiveRule, readActiveRules } from './ruleStore.ts'

interface CachedRules {
  stamp: string
  bySurvey: ReadonlyMap<string, readonly ActiveRule[]>
}

const MOST = 5_000
const known = new Map<string, CachedRules>()

/**
 * The rules that watch a survey. Every response asks the database for the organisation's stamp, in its own transaction, and reads
 * the rules again only when that is new: a rule switched on acts on the very next response, on every node, with no time to wait out.
 */
export async function rulesWatching(tx: Tx, surveyId: string): Promise<readonly ActiveRule[]> {
  const remembered = known.get(tx.org)
  const read = await readActiveRules(tx, remembered?.stamp ?? null)
  if (!read) return []
  if (!read.rules) return remembered!.bySurvey.get(surveyId) ?? []
  const fresh = { stamp: read.stamp, bySurvey: Map.groupBy(read.rules, rule => rule.survey) }
  // Inside the transaction that changed the rules, its stamp is not everybody's yet: it may still be rolled back.
  tx.afterCommit(() => keep(tx.org, fresh))
  return fresh.bySurvey.get(surveyId) ?? []
}

function keep(org: string, fresh: CachedRules): void {
  if (known.size >= MOST) known.clear()
  known.set(org, fresh)
}
