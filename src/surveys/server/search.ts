import { pathTo } from '../../kit/paths.ts'
import type { SearchSource } from '../../kit/server/search.ts'
import { listSurveys } from './surveyStore.ts'

export const surveysByName: SearchSource = {
  kind: 'surveys',
  order: 30,
  permission: 'surveys.read',
  async find(tx, q, limit) {
    // That list is read with one more, which says whether it goes on.
    const found = await listSurveys(tx, { search: q, archived: false, limit: limit - 1 })
    return found.map(({ id, name, state }) => ({ id, label: name, detail: state, href: pathTo('/surveys/$id', { id }) }))
  },
}
