import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A small change of the directory: what shows it is read again. */
export function useDirectoryChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => {
      for (const key of ['people', 'units', 'customer-accounts', 'teams', 'activity'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
  })
}
