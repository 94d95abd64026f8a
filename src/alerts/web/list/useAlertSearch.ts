import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSearchParams } from '../../../kit/web/search.ts'
import { segmentsIn } from '../../../responses/responseFilterSearch.ts'
import { alertDefaults } from '../../alertSearch.ts'

/** Which alerts are looked at, as the address says, and how to look at others. */
export function useAlertSearch() {
  const [search, setSearch] = useSearchParams(alertDefaults)
  const segments = segmentsIn(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const clear = () => void navigate({ to: '.', search: { tab: search.tab } as never, replace: true })
  return { search, setSearch, segments, clear }
}
