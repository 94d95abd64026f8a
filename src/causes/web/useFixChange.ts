import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Does something about a fix, and reads the causes again. */
export function useFixChange<Output>(work: () => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => queries.invalidateQueries({ queryKey: ['causes'] }) })
}
