import { pathTo } from '../../kit/paths.ts'
import type { Permission } from '../../kit/vocabulary.ts'
// @words everybody
import { listAlerts } from '../../alerts/server/store/alertStore.ts'
import type { Score } from '../../alerts/contract.ts'
import { viewerOf } from '../../alerts/server/store/viewer.ts'
import { may } from '../../kit/caller.ts'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { listAccounts } from '../../people/server/groups/customerAccountStore.ts'
import { listPeople } from '../../people/server/personStore.ts'
import { today } from '../../people/server/today.ts'
import { visibleUnits } from '../../people/server/units.ts'
import { listSurveys } from '../../surveys/server/surveyStore.ts'
import { finds } from '../search/contract.ts'

const EACH = 5

type SearchItem = Result<typeof finds.search>['groups'][number]['items'][number]

/** Where the palette looks, and who may look there. Each finds only what the caller may see anyway. */
const sources: { kind: string; permission: Permission; find(tx: Tx, q: string): Promise<SearchItem[]> }[] = [
  { kind: 'people', permission: 'people.read', find: people },
  { kind: 'alerts', permission: 'alerts.read', find: alerts },
  { kind: 'surveys', permission: 'surveys.read', find: surveys },
  { kind: 'accounts', permission: 'people.read', find: accounts },
]

export const searchRoutes = implement(finds, {
  async search(tx, { query: { q } }) {
    const groups = []
    for (const { kind, permission, find } of sources) {
      const items = may(tx.caller, permission) ? await find(tx, q) : []
      if (items.length) groups.push({ kind, items })
    }
    return { groups }
  },
})

async function people(tx: Tx, q: string): Promise<SearchItem[]> {
  const found = await listPeople(tx, await today(tx), { q, units: await visibleUnits(tx) }, EACH)
  return found.map(person => ({
    id: person.id,
    label: person.label,
    detail: person.units[0]?.name ?? person.email ?? '',
    href: pathTo('/people/$id', { id: person.id }),
  }))
}

async function alerts(tx: Tx, q: string): Promise<SearchItem[]> {
  const found = await listAlerts(tx, { q, limit: EACH }, await viewerOf(tx))
  return found.map(({ id, person, headline, ruleName, unit }) => ({
    id,
    label: [person?.name || person?.email, scored(headline)].filter(Boolean).join(': ') || ruleName,
    detail: unit?.name ?? ruleName,
    href: pathTo('/alerts/$id', { id }),
  }))
}

/** “2 of 10”; a 0 is a score too. */
const scored = (score: Score | null): string => (score ? t('{value} of {max}', { value: score.value, max: score.max }) : '')

async function surveys(tx: Tx, q: string): Promise<SearchItem[]> {
  const found = await listSurveys(tx, { search: q, archived: false, limit: EACH - 1 })
  return found.map(({ id, name, state }) => ({ id, label: name, detail: state, href: pathTo('/surveys/$id', { id }) }))
}

async function accounts(tx: Tx, q: string): Promise<SearchItem[]> {
  const found = await listAccounts(tx, { q }, EACH)
  return found.map(({ id, name, owner }) => ({
    id,
    label: name,
    detail: owner?.name ?? '',
    href: pathTo('/people', { account: id }),
  }))
}
