// @words everybody
import { t } from '../../kit/i18n.ts'
import { pathTo } from '../../kit/paths.ts'
import type { SearchSource } from '../../kit/server/search.ts'
import type { HeadlineScore } from '../contract.ts'
import { listAlerts } from './store/alertStore.ts'
import { viewerOf } from './store/viewer.ts'

export const alertsByName: SearchSource = {
  kind: 'alerts',
  order: 20,
  permission: 'alerts.read',
  async find(tx, q, limit) {
    const found = await listAlerts(tx, { q, limit }, await viewerOf(tx))
    return found.map(({ id, person, headline, ruleName, unit }) => ({
      id,
      label: [person?.name || person?.email, scored(headline)].filter(Boolean).join(': ') || ruleName,
      detail: unit?.name ?? ruleName,
      href: pathTo('/alerts/$id', { id }),
    }))
  },
}

/** “2 of 10”; a 0 is a score too. */
const scored = (score: HeadlineScore | null): string =>
  score ? t('{value} of {max}', { value: score.value, max: score.max }) : ''
