import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { teams } from '../../../people/web/client.ts'
import type { RouteStep } from '../../../routing/route.ts'
import { stepWords } from '../../ruleWords.ts'

/** The teams of the organisation; a rule names them by id, so that they may be called anew. */
export function useTeams() {
  return useQuery({ ...teams.listTeams.query({ query: { limit: 100 } }), enabled: useMay('people.read'), staleTime: 60_000 })
}

/** A step of a route in words, teams by their names. */
export function useStepWords(): (step: RouteStep) => string {
  const names = new Map(useTeams().data?.items.map(({ id, name }) => [id, name]))
  return step => {
    if (step.to === 'team')
      return step.team ? stepWords({ ...step, team: names.get(step.team) ?? step.team }) : t('somebody of a team')
    return step.to === 'person' && !step.email ? t('a colleague') : stepWords(step)
  }
}
