import { pathTo } from '../../../kit/paths.ts'
import type { SearchSource } from '../../../kit/server/search.ts'
import { listAccounts } from './customerAccountStore.ts'
import { listPeople } from '../personStore.ts'
import { today } from '../today.ts'
import { visibleUnits } from '../units.ts'

export const peopleByName: SearchSource = {
  kind: 'people',
  order: 10,
  permission: 'people.read',
  async find(tx, q, limit) {
    const found = await listPeople(tx, await today(tx), { q, units: await visibleUnits(tx) }, limit)
    return found.map(({ id, label, units, email }) => ({
      id,
      label,
      detail: units[0]?.name ?? email ?? '',
      href: pathTo('/people/$id', { id }),
    }))
  },
}

export const customerAccountsByName: SearchSource = {
  kind: 'accounts',
  order: 40,
  permission: 'people.read',
  async find(tx, q, limit) {
    const found = await listAccounts(tx, { q }, limit)
    return found.map(({ id, name, owner }) => ({
      id,
      label: name,
      detail: owner?.name ?? '',
      href: pathTo('/people/accounts', { q: name }),
    }))
  },
}
