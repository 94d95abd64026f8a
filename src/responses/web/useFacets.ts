import { useQuery } from '@tanstack/react-query'
import type { FilterChoices } from './ResponseFilterBar.tsx'
import { trails } from './client.ts'

/** What the responses of a survey can be narrowed to; undefined until it is known. */
export function useFacets(survey: string): FilterChoices | undefined {
  const facets = useQuery({ ...trails.getFacets.query({ params: { id: survey } }), staleTime: 60_000 }).data
  return (
    facets && {
      segments: facets.segments,
      sources: facets.sources.map(({ value }) => value),
      locales: facets.locales.map(({ value }) => value),
    }
  )
}
