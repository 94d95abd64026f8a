import { loadCauses } from '../../../causes/server/rootCauseStore.ts'
import { type RootCause, pathOf } from '../../../causes/tree.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import { isId } from '../../../kit/ids.ts'
import { decodeCursor, idCursor, toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { readUnitScope } from '../../../people/server/units/unitScope.ts'
import { findUnitByKey, unitSubtree } from '../../../people/server/units.ts'
import { segmentsOf } from '../../../responses/server/numbers/responseFilter.ts'
import { type AlertState, alertStates, isClosed } from '../../alert.ts'
import type { AlertItem } from '../../contract.ts'
import { pathWords } from '../../../routing/routing.ts'
import { type AlertFilter, type AlertRow, listAlerts, type Viewer } from '../store/alertStore.ts'
import { findColleague } from '../../../routing/server/routingFactsStore.ts'
import { readPromises } from '../promises/promiseClocks.ts'
import { viewerOf } from '../store/viewer.ts'

export interface AlertQuery {
  limit: number
  cursor?: string | undefined
  state?: AlertState | 'waiting' | 'closed' | undefined
  owner?: string | undefined
  senior?: string | undefined
  unit?: string | undefined
  id?: string[] | undefined
  tree?: 'is' | 'was' | undefined
  under?: string | undefined
  from?: string | undefined
  to?: string | undefined
  oldestFirst: boolean
  byDue: boolean
  /** `segment.<key>` among them. */
  [more: string]: unknown
}

/** A page of the list, as the caller may see it. */
export async function findAlerts(tx: Tx, wanted: AlertQuery) {
  const sight = await viewerOf(tx)
  const filter: AlertFilter = {
    ...wanted,
    limit: wanted.limit + 1,
    ...(wanted.byDue ? { afterDue: dueCursor(wanted.cursor) } : { after: idCursor(wanted.cursor) }),
    among: wanted.id,
    states: statesFor(wanted.state),
    owner: wanted.owner && (await ownerFor(tx, wanted.owner, sight)),
    senior: wanted.senior && (await ownerFor(tx, wanted.senior, sight)),
    units: wanted.unit && !wanted.tree ? await unitsFor(tx, wanted.unit) : undefined,
    stretches: wanted.tree && (await stretchesFor(tx, wanted)),
    segments: segmentsOf(wanted),
  }
  const page = toPage(await listAlerts(tx, filter, sight), wanted.limit, row =>
    wanted.byDue ? [iso(row.dueAt), row.id] : [row.id],
  )
  const causes = await loadCauses(tx)
  const clocks = await readPromises(
    tx,
    page.items.map(({ id }) => id),
  )
  return { ...page, items: page.items.map(row => alertItemOf(row, causes, clocks.get(row.id))) }
}

function dueCursor(cursor: string | undefined): AlertFilter['afterDue'] {
  const key = decodeCursor(cursor, 2)
  if (!key) return undefined
  const [due, id] = key
  if (typeof id === 'string' && isId(id) && (due === null || (typeof due === 'string' && !Number.isNaN(Date.parse(due)))))
    return { due, id }
  throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
}

export async function findAlert(tx: Tx, id: string): Promise<AlertRow> {
  const [row] = await listAlerts(tx, { ids: [id], limit: 1 }, await viewerOf(tx))
  if (!row) throw notFound('alert')
  return row
}

function statesFor(state: AlertQuery['state']): readonly AlertState[] | undefined {
  if (state === 'waiting') return alertStates.filter(one => !isClosed(one))
  if (state === 'closed') return alertStates.filter(isClosed)
  return state && [state]
}

// What nobody has matches nothing, rather than everything.
const nobody = '00000000-0000-0000-0000-000000000000'

async function ownerFor(tx: Tx, owner: string, { me }: Viewer): Promise<string> {
  if (owner === 'me') return me ?? nobody
  return isId(owner) ? owner : ((await findColleague(tx, { email: owner }))?.id ?? nobody)
}

async function unitsFor(tx: Tx, unit: string): Promise<string[]> {
  const id = isId(unit) ? unit : (await findUnitByKey(tx, unit))?.id
  return id ? unitSubtree(tx, id) : []
}

const stretchesFor = async (tx: Tx, wanted: AlertQuery) =>
  (await readUnitScope(tx, wanted)).stretches({ from: wanted.from ?? '0001-01-01', to: wanted.to ?? '9999-12-31' })

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** Of an anonymous answer only the day is known. */
export const dayKnown = ({ anonymous, openedAt }: AlertRow): string | null =>
  anonymous ? openedAt.toISOString().slice(0, 10) : null

export function alertItemOf(row: AlertRow, causes: ReadonlyMap<string, RootCause>, clocks: AlertItem['clocks'] = []): AlertItem {
  const { person, owner } = row
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    rule: { id: row.ruleId, name: row.ruleName },
    survey: { id: row.surveyId, name: row.surveyName },
    responseId: row.responseId,
    unit: row.unit,
    ...(person && !person.erased && { person: { id: person.id, name: person.name || person.email || '', email: person.email } }),
    owner: { ...owner, name: owner.name || owner.email || '' },
    overseers: row.overseers,
    path: pathWords(row.path),
    clocks,
    dueAt: iso(row.dueAt),
    causes: row.causes.map(id => ({ id, name: causes.get(id)?.name ?? '', path: pathOf(id, causes) })),
    score: row.headline,
    said: row.said,
    attempts: row.attempts,
    openedAt: row.openedAt.toISOString(),
    openedOn: dayKnown(row),
    acknowledgedAt: iso(row.acknowledgedAt),
    contactedAt: iso(row.contactedAt),
    resolvedAt: iso(row.resolvedAt),
    reopenedAt: iso(row.reopenedAt),
    confirmedAt: iso(row.confirmedAt),
    mergedInto: row.mergedInto,
    outcome: row.outcome,
  }
}
