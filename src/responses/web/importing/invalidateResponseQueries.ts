import { pathTo } from '../../../kit/paths.ts'
import type { QueryClient } from '@tanstack/react-query'
import { t } from '../../../kit/i18n.ts'

export const removedWords = (n: number): string => t('{n, plural, one {# answer} other {# answers}} taken out again', { n })

/** Everything that counts the answers of a survey is read again. */
export function invalidateResponseQueries(queries: QueryClient, survey: string): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [room, place] }) =>
      room === 'responses' ||
      (room === 'surveys' && typeof place === 'string' && place.startsWith(pathTo('/surveys/$id', { id: survey }))),
  })
}
